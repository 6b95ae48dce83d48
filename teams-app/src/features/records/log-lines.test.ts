import { expect, it } from '@jest/globals';
import type { AuditView } from '@plumbline/shared/contract/my-data';
import { makeId } from '@plumbline/shared/kernel/ids';
import { logLines } from './log-lines.ts';

type Entry = AuditView['entries'][number];

function entry(id: number, changes: Partial<Entry> = {}): Entry {
  const by = { person: makeId('person', 'ruth'), name: 'Ruth' };
  const meeting = { id: makeId('meeting', 'm1'), title: 'Q3' };
  return { id: String(id), act: 'directMeeting', at: 100 - id, role: 'coach', by, meeting, about: null, ...changes };
}

it('AU4 says once what follows itself, with the newest time, and nothing else together', () => {
  const other = { person: makeId('person', 'maya'), name: 'Maya' };
  const entries = [entry(1), entry(2), entry(3, { by: other }), entry(4), entry(5, { about: other }), entry(6)];
  expect(logLines(entries).map(({ entry: { id }, times }) => [id, times])).toEqual([
    ['1', 2],
    ['3', 1],
    ['4', 1],
    ['5', 1],
    ['6', 1],
  ]);
  expect(logLines([])).toEqual([]);
  const of = (team: string) => ({ ...entry(1), team: { id: team } });
  expect(logLines([of('a'), of('a'), of('b')]).map(({ times }) => times)).toEqual([2, 1]);
});
