import type { LiveTopic } from '../contract/live.ts';
import { memberOf } from '../domain/team/team.ts';
import { isId } from '../kernel/ids.ts';
import { enterAsked, loadTeam } from './in-team.ts';
import type { Actor, Ports } from './use-case.ts';

/** Whether somebody may be told that a team's page or a meeting has changed: its members, and whoever a pulse asks. */
export async function mayWatch(ports: Ports, actor: Actor, topic: LiveTopic): Promise<boolean> {
  if (isId('team', topic)) {
    const kept = await loadTeam(ports, actor.tenant, topic);
    return kept !== null && memberOf(kept.value, actor.person) !== undefined;
  }
  return (await enterAsked(ports, 'viewMeeting', { actor, params: { meeting: topic }, ifMatch: null })).ok;
}
