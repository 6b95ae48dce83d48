import { z } from 'zod';
import { ACTS } from '../domain/audit/audit.ts';
import { OCCASIONS } from '../domain/coaching/engagement.ts';
import { nudgePreferencesView } from './nudge-operations.ts';
import type { DeepReadonly } from './operation.ts';
import { answers, checkInStatus, commitmentView, day, idOf, instant, questionId, role } from './schemas.ts';

const purpose = z.enum(['rating', 'prediction', 'dots', 're-vote', 'support', 'marks', 'worth']);

/** One's own answers in a round, with the questions' words. */
const ownAnswers = z.object({
  meeting: idOf('meeting'),
  round: idOf('round'),
  purpose,
  questions: z.record(questionId, z.string()),
  answers,
});

/** Why something that somebody may look for is not theirs any more, or not kept. */
export const NOT_INCLUDED = ['sealed-answers', 'words-without-name', 'wordings-of-closed-meetings', 'backups'] as const;

/** Everything that belongs to the person who asks, by plain names. `version` is that of this form. */
export const myData = z.object({
  version: z.literal(1),
  exportedAt: instant,
  person: z.object({ id: idOf('person'), name: z.string() }),
  teams: z.array(
    z.object({
      id: idOf('team'),
      name: z.string(),
      organisation: z.string(),
      /** `null`: the person has left it. */
      role: role.nullable(),
      names: z.array(z.string()),
      title: z.string(),
      group: z.string(),
    }),
  ),
  meetings: z.array(
    z.object({
      id: idOf('meeting'),
      team: idOf('team'),
      title: z.string(),
      status: z.enum(['draft', 'open', 'closed']),
      facilitated: z.boolean(),
      /** Whether the person's answers were asked for: not whether they were given. */
      invited: z.boolean(),
    }),
  ),
  /** Of open meetings, whose answers can still be tied to their authors. */
  ballots: z.array(ownAnswers),
  /** Of named meetings, where everybody in the meeting sees them with the name. */
  namedAnswers: z.array(ownAnswers),
  notes: z.array(z.object({ meeting: z.string(), question: z.string(), text: z.string() })),
  /** Words on the stage under a name that the person has or had in the team. */
  words: z.array(z.object({ meeting: idOf('meeting'), question: questionId, text: z.string(), name: z.string() })),
  /** One's own wordings of the message in open meetings. */
  wordings: z.array(z.object({ meeting: idOf('meeting'), text: z.string() })),
  commitments: z.array(
    z.object({
      id: idOf('commitment'),
      team: idOf('team'),
      sentence: z.string(),
      due: day,
      evidence: z.string(),
      displaces: z.string(),
      status: commitmentView.shape.status,
    }),
  ),
  checkIns: z.array(z.object({ commitment: idOf('commitment'), at: instant, status: checkInStatus, note: z.string() })),
  /** Engagements that the person is a party to, or accepted the contract of. */
  engagements: z.array(
    z.object({
      team: idOf('team'),
      /** `null`: no party any more. */
      as: z.enum(['coach', 'sponsor', 'leader']).nullable(),
      /** The coach's own words; `null` for everybody else. */
      purpose: z.string().nullable(),
      occasion: z.enum(OCCASIONS),
      begunAt: instant,
      endedAt: instant.nullable(),
      accepted: z.object({ version: z.int(), at: instant }).nullable(),
      /** What the person wrote as the coach. */
      wrote: z
        .object({
          contract: z
            .object({
              version: z.int(),
              purpose: z.string(),
              outcomes: z.array(z.string()),
              boundaries: z.array(z.string()),
            })
            .nullable(),
          goals: z.array(z.object({ sentence: z.string(), dimension: z.string(), evidence: z.string() })),
        })
        .nullable(),
    }),
  ),
  /** Notes of teams that the person made as their coach. */
  observations: z.array(
    z.object({ team: idOf('team'), day, text: z.string(), tags: z.array(z.string()), notedAt: instant }),
  ),
  interventions: z.array(
    z.object({ team: idOf('team'), day, title: z.string(), entry: z.string().nullable(), dimension: z.string() }),
  ),
  incidents: z.array(z.object({ team: idOf('team'), day, kind: z.string(), text: z.string() })),
  sessions: z.array(
    z.object({
      team: idOf('team'),
      day: day.nullable(),
      title: z.string(),
      shared: z.boolean(),
      parts: z.array(
        z.object({
          kind: z.string(),
          minutes: z.int(),
          /** What it is, where its kind does not say it. */
          what: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What logs say that the person did or saw, or what was done to them there; `team` is `null` for the person's own. */
  log: z.array(
    z.object({
      team: idOf('team').nullable(),
      act: z.enum(ACTS),
      at: instant,
      role: role.nullable(),
      meeting: idOf('meeting').nullable(),
      /** Whether the person did it; else it was done to them. */
      own: z.boolean(),
    }),
  ),
  /** What is kept to speak to the person unasked: no message, and not when one went. */
  nudges: nudgePreferencesView.extend({
    chat: z.object({ locale: z.string(), timeZone: z.string().nullable() }).nullable(),
  }),
  notIncluded: z.array(z.enum(NOT_INCLUDED)),
});

/** A page of a team's log, newest first; `next` is the page that follows, `null` on the last. */
export const auditView = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      act: z.enum(ACTS),
      at: instant,
      role: role.nullable(),
      /** The name is empty for somebody who has left the team, or whose data is deleted. */
      by: z.object({ person: idOf('person'), name: z.string() }),
      /** The title is empty for a meeting that is not there any more. */
      meeting: z.object({ id: idOf('meeting'), title: z.string() }).nullable(),
      about: z.object({ person: idOf('person'), name: z.string() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
});

/** `first`, or what `next` said on the page before. */
export const auditPage = z.string().regex(/^(?:first|\d{9}-[A-Za-z0-9-]{1,64})$/);

export type MyData = DeepReadonly<z.infer<typeof myData>>;
export type AuditView = DeepReadonly<z.infer<typeof auditView>>;
