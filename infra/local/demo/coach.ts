import type { Call, Reply } from '@plumbline/shared/application/use-case';
import type { OperationName, Operations } from '@plumbline/shared/contract/operations';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, dayOf, type Instant } from '@plumbline/shared/kernel/instant';
import { DEMO_PEOPLE, type DemoPerson } from './people.ts';

/** Does something as one of the demo's people, at a time in the past. */
export type Act = <N extends OperationName>(
  name: N,
  as: { readonly by: DemoPerson; readonly at: Instant },
  sent: Pick<Call<Operations[N]>, 'params' | 'input'> & { readonly ifMatch?: string },
) => Promise<Reply<Operations[N]>['output']>;

/** What the coach noted for herself between the meetings. */
const NOTES = [
  { daysAgo: 185, text: 'Tomás interrupted Priya twice when she spoke of the depots. Nobody named it.' },
  { daysAgo: 150, text: 'The decision on overtime was reopened through a side door within a week.' },
  { daysAgo: 88, text: 'Two camps on the Baltic route: it is argued in pairs and never in the room.' },
  { daysAgo: 30, text: 'Ingrid asked for help early with the rota. First time; worth saying aloud.' },
  {
    daysAgo: 12,
    text: 'Tension over the Baltic crew again: Daniel and Omar talk about each other, not with each other.',
  },
];

/** The first lies between two measurements, the second waits for the next. */
const TRIED = [
  { daysAgo: 160, entry: 'role-charter', dimension: 'roles' },
  { daysAgo: 80, entry: 'forced-ranking', dimension: 'priorities' },
];

const HAPPENED = [
  {
    daysAgo: 151,
    by: 'maya',
    kind: 'so.speed.1',
    text: 'The overtime budget came back to the table six days after we had agreed on it.',
  },
  {
    daysAgo: 70,
    by: 'ruth',
    kind: 'so.consistency.1',
    text: 'Two depots were told two different dates for the new platform.',
  },
  {
    daysAgo: 20,
    by: 'ngozi',
    kind: 'st.support.2',
    text: 'The rota for the Baltic crew stayed with operations alone for three weeks.',
  },
];

const PLAN = { daysAgo: 7, minutes: 90, dimension: 'across-functions', title: 'Whom does the Baltic plan hit?' };

/** What the coach of the demo team kept over the two quarters: notes, what was tried, what happened, and a plan. */
export async function coachTeam(act: Act, { team, today }: { readonly team: TeamId; readonly today: Instant }) {
  const coach = known('ruth');
  const params = { team };
  for (const { daysAgo, text } of NOTES) {
    const at = today - daysAgo * DAY;
    await act('noteObservation', { by: coach, at }, { params, input: { text, day: dayOf(at), tags: null } });
  }
  for (const { daysAgo, entry, dimension } of TRIED) {
    const at = today - daysAgo * DAY;
    const input = { title: '', entry, dimension, day: dayOf(at), measureOn: null };
    await act('logIntervention', { by: coach, at }, { params, input });
  }
  for (const { daysAgo, by, kind, text } of HAPPENED) {
    const at = today - daysAgo * DAY;
    await act('logIncident', { by: known(by), at }, { params, input: { kind, day: dayOf(at), text } });
  }
  const { daysAgo, ...wanted } = PLAN;
  const as = { by: coach, at: today - daysAgo * DAY };
  const about = { shape: null, day: null, people: null };
  const plan = await act('planSession', as, { params, input: { ...wanted, ...about } });
  await act('changeSession', as, {
    params: { team, session: plan.id },
    input: { type: 'share', shared: true },
    ifMatch: String(plan.revision),
  });
}

function known(id: string): DemoPerson {
  const found = DEMO_PEOPLE.find((person) => person.id === id);
  if (!found) throw new Error(`The demo company has no ${id}`);
  return found;
}
