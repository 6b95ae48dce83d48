import { z } from 'zod';
import { ROLES } from '../domain/team/team.ts';
import { id } from './id-form.ts';
import { first } from './record.ts';

/** The kinds of document by which an organisation is administered. */
export const organisationRecords = {
  /** A team on the list of its organisation. */
  listedTeam: first('listed team', z.object({ team: id('team') })),
  /** How far the teams that were there before the list are on it. */
  teamsListed: first(
    'teams listed',
    z.object({
      /** Where going through them goes on; `null` at the beginning. */
      after: z.string().nullable(),
      /** How often all of them were gone through, and when that last ended. */
      passes: z.number(),
      endedAt: z.number().nullable(),
    }),
  ),
  /** Whom an administrator gave the lead of a team. */
  appointed: first('appointed lead', z.object({ person: id('person'), role: z.enum(ROLES), at: z.number() })),
  /** A team in whose log an administrator is, without being in it. */
  administered: first('administered team', z.object({ team: id('team') })),
} as const;
