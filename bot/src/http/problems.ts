import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { DoorError, Fault, OperationError, Problem, ProblemKind } from '@plumbline/shared/contract/problem-kinds';
import { faultWords, problemWords, type WordValues } from '@plumbline/shared/i18n/error-words';
import type { Language } from '@plumbline/shared/kernel/languages';
import { factsOf } from './facts.ts';
import { languageFor } from './language-for.ts';

/** A failure as a door tells it. */
export type ProblemError = OperationError | DoorError;

/** What each kind of failure is in HTTP; a kind without a row does not compile. */
export const STATUS_OF = {
  'meeting.not-open': 409,
  'meeting.already-open': 409,
  'meeting.too-few-leaders': 409,
  'meeting.too-few-for-named': 409,
  'meeting.not-named': 409,
  'meeting.wrong-phase': 409,
  'meeting.is-a-pulse': 409,
  'meeting.not-forward': 409,
  'meeting.results-already-shown': 409,
  'meeting.facilitator-unknown': 422,
  'topic.unknown-question': 422,
  'topic.too-many': 422,
  'topic.none-chosen': 409,
  'topic.already-voted-again': 409,
  'topic.not-current': 409,
  'round.unknown': 404,
  'round.closed': 409,
  'round.keyless': 409,
  'round.already-closed': 409,
  'commitment.too-many': 409,
  'commitment.unknown': 404,
  'commitment.being-voted-on': 409,
  'commitment.owner-unknown': 422,
  'commitment.none-to-support': 409,
  'commitment.no-owner': 422,
  'commitment.no-due-date': 422,
  'commitment.due-in-the-past': 422,
  'commitment.closed': 409,
  'comment.too-many': 409,
  'comment.name-needed': 409,
  'ballot.consent-needed': 409,
  'sentence.too-few': 409,
  'sentence.marks-have-begun': 409,
  'pulse.closes-in-the-past': 422,
  'opening.not-ahead': 422,
  'opening.closes-first': 422,
  'participants.pulse-only': 409,
  'participants.anonymous-only': 409,
  'participants.too-many': 422,
  'team.member-exists': 409,
  'stakeholders.beside-others': 409,
  'stakeholders.too-many': 422,
  'stakeholders.too-many-groups': 422,
  'stakeholders.twice': 422,
  'stakeholders.in-team': 422,
  'stakeholders.too-few': 409,
  'stakeholders.too-alike': 409,
  'team.member-unknown': 404,
  'team.minimum-group-lowered': 409,
  'team.nobody-left-to-lead': 409,
  'team.name-differs': 422,
  'team.meeting-open': 409,
  'lead.oneself': 422,
  'lead.leads-already': 409,
  'lead.is-there': 409,
  'person.last-to-lead': 409,
  'person.runs-a-meeting': 409,
  'instrument.unknown': 422,
  'instrument.empty': 422,
  'instrument.built-in': 409,
  'engagement.none': 404,
  'engagement.under-way': 409,
  'engagement.ended': 409,
  'engagement.sponsor-unknown': 422,
  'contract.none': 409,
  'contract.leaders-behind': 422,
  'contract.other-version': 409,
  'goal.dimension-unknown': 422,
  'session.part-unknown': 422,
  'session.too-long': 422,
  'session.too-many-parts': 422,
  'session.last-part': 422,
  'practice.day-ahead': 422,
  'nudge.snooze-too-long': 422,
  'nudge.reminded-today': 409,
  'nudge.nothing-asked': 409,
  'nudge.nothing-to-accept': 409,
  'ballot.answers-refused': 422,
  'directory.off': 409,
  'directory.no-consent': 403,
  'directory.unavailable': 503,
  'access.denied': 403,
  'thing.not-found': 404,
  'revision.stale': 412,
  'idempotency.reused': 422,
  'request.invalid': 400,
  'request.not-json': 400,
  'request.too-large': 413,
  'request.wrong-type': 415,
  'request.revision-missing': 428,
  'request.idempotency-key-missing': 400,
  'request.too-many': 429,
  'route.unknown': 404,
  'route.wrong-method': 405,
  'identity.missing': 401,
  'identity.invalid': 401,
  'identity.expired': 401,
  'service.unavailable': 503,
  'service.fault': 500,
} as const satisfies Record<ProblemKind, number>;

/** A failure as a problem (RFC 9457) in a language, with an instance of its own. */
export function problemOf(error: ProblemError, language: Language): Problem {
  const values = valuesOf(error);
  const { title, next } = problemWords(language, error.kind, values);
  const errors = 'faults' in error ? error.faults.map((fault) => faultOf(fault, language)) : [];
  return {
    type: `urn:plumbline:problem:${error.kind}`,
    kind: error.kind,
    title,
    status: STATUS_OF[error.kind],
    detail: next,
    instance: `urn:uuid:${randomUUID()}`,
    ...(errors.length > 0 ? { errors } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  };
}

/** Answers a request with a problem and returns it. */
export function sendProblem(request: Request, response: Response, error: ProblemError): Problem {
  const language = languageFor(request);
  const problem = problemOf(error, language);
  const facts = factsOf(request);
  facts.kind = problem.kind;
  facts.instance = problem.instance;
  if (error.kind === 'request.too-many') response.set('Retry-After', String(error.retryAfter));
  if (error.kind === 'service.unavailable') response.set('Retry-After', '2');
  if (problem.status === 401) response.set('WWW-Authenticate', challenge(error.kind));
  response.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json');
  response.set('Content-Language', language).vary('Accept-Language');
  response.send(JSON.stringify(problem));
  return problem;
}

/** RFC 6750: a request without a token is told nothing but the scheme. */
function challenge(kind: ProblemKind): string {
  return kind === 'identity.missing' ? 'Bearer' : 'Bearer error="invalid_token"';
}

function valuesOf(error: ProblemError): WordValues {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(error)) {
    if (name !== 'kind' && (typeof value === 'string' || typeof value === 'number')) values[name] = value;
  }
  return values;
}

type AnyFault = Extract<ProblemError, { readonly faults: unknown }>['faults'][number];

function faultOf(fault: AnyFault, language: Language): Fault {
  if ('pointer' in fault) {
    return { pointer: fault.pointer, message: faultWords(language, fault.kind, fault.values) };
  }
  const { kind, question, ...values } = fault;
  return { pointer: pointerTo(['answers', question]), message: faultWords(language, kind, values) };
}

/** A JSON pointer (RFC 6901) to a part of the body. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
