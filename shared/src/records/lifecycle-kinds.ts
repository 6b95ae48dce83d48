import { z } from 'zod';
import { ACTS, type AuditEntry } from '../domain/audit/audit.ts';
import { ROLES } from '../domain/team/team.ts';
import { id } from './id-form.ts';
import { first } from './record.ts';

const auditEntry: z.ZodType<AuditEntry> = z.object({
  act: z.enum(ACTS),
  person: id('person'),
  role: z.enum(ROLES).nullable(),
  at: z.number(),
  meeting: id('meeting').nullable(),
  about: id('person').nullable(),
});

/** A deletion that was begun: written first and deleted last, it says what is still to be done. */
const deletion = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('person'),
    tenant: z.string(),
    person: id('person'),
    /** Random; the aliases follow from it, and from nothing once it is gone. */
    seed: z.string(),
    names: z.array(z.string()),
    begunAt: z.number(),
    teams: z.array(id('team')),
    meetings: z.array(z.object({ id: id('meeting'), team: id('team') })),
  }),
  z.object({
    of: z.literal('team'),
    tenant: z.string(),
    team: id('team'),
    people: z.array(id('person')),
    meetings: z.array(id('meeting')),
  }),
]);
export type Deletion = z.infer<typeof deletion>;
export type PersonDeletion = Extract<Deletion, { of: 'person' }>;
export type TeamDeletion = Extract<Deletion, { of: 'team' }>;

/** A closed meeting, under the time at which its age is looked at again. */
const agingMeeting = z.object({
  tenant: z.string(),
  team: id('team'),
  meeting: id('meeting'),
  closedAt: z.number(),
});
export type AgingMeeting = z.infer<typeof agingMeeting>;

/** The kinds of document that say what was done, what is to be deleted, and when. */
export const lifecycleRecords = {
  auditEntry: first('audit entry', auditEntry),
  auditMark: first('audit mark', z.object({})),
  deletion: first('deletion', deletion),
  agingMeeting: first('aging meeting', agingMeeting),
  /** A plan or pulse that asks people outside its team: so that whoever deletes what is theirs is found in it. */
  asking: first('asking', z.object({ meeting: id('meeting') })),
  /** A team that a person was in, and the name under which: so that what is theirs there is found. */
  pastMembership: first('past membership', z.object({ team: id('team'), name: z.string() })),
} as const;
