import { expect, it } from '@jest/globals';
import type { MyData } from '@plumbline/shared/contract/my-data';
import { makeId } from '@plumbline/shared/kernel/ids';
import { copyFile } from './copy-file.ts';

const AT = Date.UTC(2026, 10, 2, 9, 30);

const mine: MyData = {
  version: 1,
  exportedAt: AT,
  person: { id: makeId('person', 'maya'), name: 'Maya' },
  teams: [],
  meetings: [],
  ballots: [],
  namedAnswers: [],
  notes: [],
  words: [],
  wordings: [],
  commitments: [],
  checkIns: [{ commitment: makeId('commitment', 'c1'), at: AT, status: 'done', note: '' }],
  engagements: [],
  observations: [],
  interventions: [],
  incidents: [],
  sessions: [],
  log: [{ team: null, act: 'exportMine', at: AT, role: null, meeting: null, own: true }],
  nudges: {
    reachable: false,
    stopped: false,
    snoozedUntil: null,
    quiet: { from: 0, to: 0, days: [] },
    timeZone: null,
    chat: null,
  },
  notIncluded: ['backups'],
};

it('DL1 a saved copy writes moments as dates and times, and says in words what is not in it', () => {
  const copy: unknown = JSON.parse(copyFile({ about: 'A copy.', leftOut: ['Backups.'], data: mine }));
  expect(copy).toEqual({
    ...mine,
    about: 'A copy.',
    notIncluded: ['Backups.'],
    exportedAt: '2026-11-02T09:30:00.000Z',
    checkIns: [{ ...mine.checkIns[0], at: '2026-11-02T09:30:00.000Z' }],
    log: [{ ...mine.log[0], at: '2026-11-02T09:30:00.000Z' }],
  });
});
