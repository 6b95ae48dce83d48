import type { View } from '../../app/api.ts';

type Entry = View<'viewOrganisationLog'>['entries'][number];

/** An entry as a row of a table that programs read: acts, roles and times as the service names them. */
export function logRow({ at, team, act, by, role, about }: Entry): readonly string[] {
  return [
    new Date(at).toISOString(),
    team.name,
    team.id,
    act,
    by.name,
    by.person,
    role ?? '',
    about?.name ?? '',
    about?.person ?? '',
  ];
}
