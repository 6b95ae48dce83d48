import { expect, it } from '@jest/globals';
import { csvText } from '@plumbline/shared/figures/results-file/csv';
import { makeId } from '@plumbline/shared/kernel/ids';
import { logRow } from './log-row.ts';

const ENTRY = {
  id: '1',
  team: { id: makeId('team', 't1'), name: '=Team' },
  act: 'addMember',
  at: Date.UTC(2026, 0, 2, 3, 4),
  role: 'coach',
  by: { person: makeId('person', 'ruth'), name: 'Ruth' },
  about: { person: makeId('person', 'maya'), name: 'Maya' },
} as const;

it('OA6 OA7 puts an entry into a row, with a name that is no formula and nothing where nobody is', () => {
  expect(logRow(ENTRY)).toEqual([
    '2026-01-02T03:04:00.000Z',
    '=Team',
    'team_t1',
    'addMember',
    'Ruth',
    'person_ruth',
    'coach',
    'Maya',
    'person_maya',
  ]);
  expect(logRow({ ...ENTRY, role: null, about: null }).slice(6)).toEqual(['', '', '']);
  expect(logRow(ENTRY, { act: 'Ruth nahm Maya auf', role: 'Coach' }).slice(3, 7)).toEqual([
    'Ruth nahm Maya auf',
    'Ruth',
    'person_ruth',
    'Coach',
  ]);
  expect(csvText([logRow(ENTRY)])).toContain(",'=Team,");
});
