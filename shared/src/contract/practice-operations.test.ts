import { describe, expect, it } from '@jest/globals';
import { practiceOperations } from './practice-operations.ts';

const { viewObservations, logIntervention, logIncident, viewIncidents, changeSession } = practiceOperations;

function reads(period: string): boolean {
  return viewObservations.params.safeParse({ team: 'team_1', tag: 'all', period }).success;
}

describe('what a coach may ask', () => {
  it('CO22 a period is all, or two days of which one may be left out, and never a way out of the path', () => {
    expect(
      ['all', '2026-05-01..', '..2026-05-01', '2026-05-01..2026-06-01'].filter((period) => !reads(period)),
    ).toEqual([]);
    expect(['..', '', '2026-05-01', '2026-05-01..x', '../..', 'May'].filter(reads)).toEqual([]);
  });

  it('CO23 an intervention has a title or an entry, and is measured two weeks after it or later', () => {
    const done = { dimension: 'roles', day: '2026-05-01' };
    const refused = (input: object): unknown => {
      const parsed = logIntervention.input.safeParse({ ...done, ...input });
      return parsed.success ? null : parsed.error.issues.map(({ path }) => path.join('.'));
    };
    expect(refused({ title: 'Ours' })).toBeNull();
    expect(refused({ entry: 'fishbowl' })).toBeNull();
    expect(refused({})).toEqual(['title']);
    expect(refused({ entry: 'no-such' })).toEqual(['entry']);
    expect(refused({ title: 'Ours', measureOn: '2026-05-14' })).toEqual(['measureOn']);
    expect(refused({ title: 'Ours', measureOn: '2026-05-15' })).toBeNull();
  });

  it('CO25 an incident is of one of the kinds that the symptom questions name', () => {
    const logs = (kind: string) => logIncident.input.safeParse({ kind, day: '2026-05-01', text: 'It did.' }).success;
    expect(['so.clarity.1', 'st.resilience.2'].every(logs)).toBe(true);
    expect(['al.roles.1', 'K3', 'all'].some(logs)).toBe(false);
    const lists = (kind: string) => viewIncidents.params.safeParse({ team: 'team_1', kind, period: 'all' }).success;
    expect([lists('all'), lists('so.speed.2'), lists('al.roles.1')]).toEqual([true, true, false]);
  });

  it('CO27 a part takes a minute to a day', () => {
    const minutes = (value: number) =>
      changeSession.input.safeParse({ type: 'minutes', part: 'part-1', minutes: value }).success;
    expect([0, 1, 480, 481, 2.5].map(minutes)).toEqual([false, true, true, false, false]);
  });
});
