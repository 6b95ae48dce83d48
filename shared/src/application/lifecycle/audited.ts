import { allRoutes } from '../../contract/all-routes.ts';
import type { OperationName, Operations } from '../../contract/operations.ts';
import type { Route } from '../../contract/routes.ts';
import { hasAccepted } from '../../domain/coaching/contract.ts';
import { memberOf } from '../../domain/team/team.ts';
import { DAY } from '../../kernel/instant.ts';
import { isId, type MeetingId, type TeamId } from '../../kernel/ids.ts';
import { loadEngagement } from '../coaching/engagements.ts';
import { loadMeeting, loadTeam } from '../in-team.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';
import { appendEntry, isMarked, randomParts, setMark, type AuditMark } from './audit-log.ts';
import { auditRules, type Trace } from './audit-rules.ts';

/**
 * A use case that is written down as its rule says, once it was carried out. A log that cannot be written loses nobody's
 * action: whoever runs the service is told of the fault, and the caller gets the answer.
 */
export function audited<N extends OperationName>(name: N, useCase: UseCase<Operations[N]>): UseCase<Operations[N]> {
  const rule = auditRules[name];
  if (rule === null) return useCase;
  const route: Route = allRoutes[name];
  return async (ports, call) => {
    const meeting = name === 'discardDraft' ? meetingIn(call.params) : null;
    const gone = meeting && (await loadMeeting(ports, call.actor.tenant, meeting));
    const accepted = name === 'acceptContract' && (await hasAcceptedIn(ports, call.actor, call.params));
    const reply = await useCase(ports, call);
    if (!reply.ok) return reply;
    try {
      const traced = rule(call, reply.value, { team: gone?.value.team ?? null, accepted });
      for (const trace of traced === null ? [] : [traced].flat()) {
        await write(ports, call.actor, { trace, key: route.creates ? call.key : null });
      }
    } catch (fault) {
      ports.tellFault(fault);
    }
    return reply;
  };
}

interface Writing {
  readonly trace: Trace;
  /** What tells a call that is sent again from another one. */
  readonly key: string | null;
}

async function write(ports: Ports, actor: Actor, { trace, key }: Writing): Promise<void> {
  const mark = trace.daily === true ? markOf(ports, actor, trace) : null;
  if (mark && (await isMarked(ports, mark))) return;
  const { tenant, person } = actor;
  const team = trace.team ?? (trace.meeting && (await loadMeeting(ports, tenant, trace.meeting))?.value.team) ?? null;
  const role = team === null ? null : await roleIn(ports, actor, team);
  const { act, meeting = null, about = null } = trace;
  await appendEntry(ports, {
    tenant,
    of: team ?? person,
    entry: { act, person, role, at: ports.now(), meeting, about },
    twice: key === null ? randomParts(ports) : [act, tenant, person, key],
  });
  if (mark) await setMark(ports, mark);
}

async function roleIn(ports: Ports, { tenant, person }: Actor, team: TeamId) {
  const kept = await loadTeam(ports, tenant, team);
  return (kept && memberOf(kept.value, person)?.role) ?? null;
}

/** One a day for each act, person and thing; who it is cannot be told from it without the service's secret. */
function markOf(ports: Ports, { tenant, person }: Actor, { act, team, meeting }: Trace): AuditMark {
  const of = meeting ?? team ?? person;
  const today = String(Math.floor(ports.now() / DAY));
  return { tenant, of, id: ports.idFrom('comment', ['audit mark', act, tenant, person, of, today]) };
}

/** Whether somebody has accepted the contract that a team has now. */
async function hasAcceptedIn(ports: Ports, { tenant, person }: Actor, params: object): Promise<boolean> {
  if (!('team' in params) || typeof params.team !== 'string' || !isId('team', params.team)) return false;
  const contract = (await loadEngagement(ports, tenant, params.team))?.value.contract ?? null;
  return contract !== null && hasAccepted(contract, person);
}

function meetingIn(params: object): MeetingId | null {
  if (!('meeting' in params) || typeof params.meeting !== 'string') return null;
  return isId('meeting', params.meeting) ? params.meeting : null;
}
