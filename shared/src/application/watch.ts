import type { LiveTopic } from '../contract/live.ts';
import { memberOf } from '../domain/team/team.ts';
import { isId } from '../kernel/ids.ts';
import { loadMeeting, loadTeam } from './in-team.ts';
import type { Actor, Ports } from './use-case.ts';

/** Whether somebody may be told that a meeting or a team's page has changed: its members only. */
export async function mayWatch(ports: Ports, actor: Actor, topic: LiveTopic): Promise<boolean> {
  const team = isId('team', topic) ? topic : (await loadMeeting(ports, actor.tenant, topic))?.value.team;
  const kept = team ? await loadTeam(ports, actor.tenant, team) : null;
  return kept !== null && memberOf(kept.value, actor.person) !== undefined;
}
