import type { AnswerFault } from '../domain/ballot/check-answers.ts';
import type { EngagementError } from '../domain/coaching/engagement.ts';
import type { SessionError } from '../domain/coaching/session.ts';
import type { InstrumentError } from '../domain/instrument/instrument.ts';
import type { MeetingError } from '../domain/meeting/errors.ts';
import type { TeamError } from '../domain/team/team.ts';
import type { FieldFaultKind } from './faults.ts';

/** One thing that is wrong with what was sent, as it is told; `pointer` is a JSON pointer into it. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** What can be wrong with one part of what was sent. */
export type FaultKind =
  AnswerFault['kind'] | FieldFaultKind | 'header.if-match' | 'header.idempotency-key' | 'query.topics';

/** The same before it is put into words. */
export interface NamedFault {
  readonly pointer: string;
  readonly kind: FaultKind;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What any operation may answer instead of its output. */
export type OperationError =
  | MeetingError
  | TeamError
  | InstrumentError
  | EngagementError
  | { readonly kind: 'ballot.answers-refused'; readonly faults: readonly AnswerFault[] }
  | SessionError
  | { readonly kind: 'practice.day-ahead'; readonly day: string }
  | { readonly kind: 'nudge.snooze-too-long' }
  | { readonly kind: 'nudge.reminded-today' }
  | { readonly kind: 'nudge.nothing-asked' }
  | { readonly kind: 'nudge.nothing-to-accept' }
  | { readonly kind: 'team.name-differs' }
  | { readonly kind: 'team.meeting-open'; readonly meeting: string }
  | { readonly kind: 'lead.oneself' }
  | { readonly kind: 'lead.leads-already' }
  | { readonly kind: 'lead.is-there'; readonly name: string }
  | { readonly kind: 'person.last-to-lead'; readonly team: string }
  | { readonly kind: 'person.runs-a-meeting'; readonly meeting: string }
  | { readonly kind: 'directory.off' }
  | { readonly kind: 'directory.no-consent' }
  | { readonly kind: 'directory.unavailable' }
  | { readonly kind: 'access.denied' }
  | { readonly kind: 'thing.not-found' }
  | { readonly kind: 'revision.stale' }
  | { readonly kind: 'idempotency.reused' };

/** What can go wrong before an operation is reached, or around it. */
export type DoorError =
  | { readonly kind: 'request.invalid'; readonly faults: readonly NamedFault[] }
  | { readonly kind: 'request.not-json' }
  | { readonly kind: 'request.too-large'; readonly limit: number }
  | { readonly kind: 'request.wrong-type' }
  | { readonly kind: 'request.revision-missing' }
  | { readonly kind: 'request.idempotency-key-missing' }
  | { readonly kind: 'request.too-many'; readonly retryAfter: number }
  | { readonly kind: 'route.unknown' }
  | { readonly kind: 'route.wrong-method' }
  | { readonly kind: 'identity.missing' }
  | { readonly kind: 'identity.invalid' }
  | { readonly kind: 'identity.expired' }
  | { readonly kind: 'service.unavailable' }
  | { readonly kind: 'service.fault' };

export type ProblemKind = (OperationError | DoorError)['kind'];

/** A problem as it is sent (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly kind: ProblemKind;
  readonly title: string;
  readonly status: number;
  /** What to do next, in a sentence. */
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly Fault[];
  /** The figures of the failure, for the screen's own words. */
  readonly values?: Readonly<Record<string, string | number>>;
}
