import type { Place } from '../ports/document-store.ts';

/** The list of an organisation's teams. */
export function organisationPlace(tenant: string): Place {
  return { container: 'private', partition: `t|${tenant}|organisation` };
}

/** How far the teams of all organisations are on their lists. */
export const TEAMS_LISTED: Place = { container: 'private', partition: 'teams-listed' };

/** In an organisation's place: its teams. */
export const LISTED = 'team|';

/** In a team's place: whom an administrator has lately given the lead. */
export const APPOINTED = 'appointed';

/** In a person's place: the teams in whose logs they are as an administrator. */
export const ADMINISTERED = 'administered|';
