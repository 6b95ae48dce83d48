import type { View } from '../../app/api.ts';

export type LogOfAllEntry = View<'viewOrganisationLog'>['entries'][number];

/** The columns of the log as a table, as programs know them. */
export const LOG_COLUMNS = [
  'time',
  'team',
  'team-id',
  'act',
  'person',
  'person-id',
  'role',
  'about',
  'about-id',
] as const;

/** An entry as a row of these; acts and roles as the service names them, if there are no words for them. */
export function logRow(
  { at, team, act, by, role, about }: LogOfAllEntry,
  words: { readonly act: string; readonly role: string } = { act, role: role ?? '' },
): readonly string[] {
  return [
    new Date(at).toISOString(),
    team.name,
    team.id,
    words.act,
    by.name,
    by.person,
    words.role,
    about?.name ?? '',
    about?.person ?? '',
  ];
}
