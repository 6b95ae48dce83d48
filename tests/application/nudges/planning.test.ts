import { describe, expect, it } from '@jest/globals';
import { duesOf, joined, type NudgeFacts } from '@plumbline/shared/domain/nudges/facts';
import { nextMorning, planMessage, type Handled } from '@plumbline/shared/domain/nudges/plan';
import { firstAllowed, USUAL_PREFERENCES, type QuietTime } from '@plumbline/shared/domain/nudges/preferences';
import { makeId } from '@plumbline/shared/kernel/ids';
import { DAY, HOUR } from '@plumbline/shared/kernel/instant';
import { instantOf, wallTimeAt, weekdayOf } from '@plumbline/shared/kernel/time-zone';

const NOTHING: NudgeFacts = { asked: [], commitments: [], closed: [], contracts: [], measures: [], notOpened: [] };
const NONE: Handled = { keys: new Set(), lastDay: null };
const TEAM = { team: makeId('team', 'a'), teamName: 'Team' } as const;
const { quiet: USUAL } = USUAL_PREFERENCES;

function utc(text: string): number {
  return Date.parse(`${text}Z`);
}

function meeting(n: number) {
  return { ...TEAM, meeting: makeId('meeting', `m${n}`), title: `Pulse ${n}`, format: 'pulse' } as const;
}

function asked(n: number, openedAt: number, endsAt: number | null): NudgeFacts['asked'][number] {
  return { ...meeting(n), openedAt, endsAt, closesAt: endsAt, remindedAt: null };
}

function promised(n: number, due: string, madeAt = 0): NudgeFacts['commitments'][number] {
  return { ...TEAM, commitment: makeId('commitment', `c${n}`), sentence: 'We do it.', due, madeAt, remindedAt: null };
}

describe('what the wall shows', () => {
  // Worked out by hand from the rules of each zone, not by the code.
  it.each([
    ['2026-11-26T08:00:00', 'Europe/Oslo', '2026-11-26', 9 * 60],
    ['2026-03-29T00:59:00', 'Europe/Oslo', '2026-03-29', 119],
    ['2026-03-29T01:00:00', 'Europe/Oslo', '2026-03-29', 180],
    ['2026-11-26T00:30:00', 'America/New_York', '2026-11-25', 19 * 60 + 30],
    ['2026-11-26T18:20:00', 'Asia/Kathmandu', '2026-11-27', 5],
    ['2026-11-26T11:00:00', 'Pacific/Kiritimati', '2026-11-27', 60],
    ['2026-11-26T08:00:00', 'Nowhere/Else', '2026-11-26', 8 * 60],
  ])('%s UTC in %s is %s, minute %d', (at, zone, ...[day, minute]) => {
    expect(wallTimeAt(utc(at), zone)).toEqual({ day, minute });
  });

  it.each([
    ['an hour that comes twice: the first', '2026-10-25', 150, 'Europe/Oslo', '2026-10-25T00:30:00'],
    ['an hour that does not come: as much later', '2026-03-29', 150, 'Europe/Oslo', '2026-03-29T01:30:00'],
    ['half an hour of change', '2026-04-05', 105, 'Australia/Lord_Howe', '2026-04-04T14:45:00'],
    ['a plain morning', '2026-07-01', 480, 'America/Los_Angeles', '2026-07-01T15:00:00'],
  ])('is found again: %s', (_name, day, ...[minute, zone, at]) => {
    expect(new Date(instantOf({ day, minute }, zone))).toEqual(new Date(utc(at)));
  });

  it('knows the days of the week', () => {
    const days = ['1970-01-01', '2026-11-26', '2026-11-29', '2026-11-30', '1969-12-31'];
    expect(days.map(weekdayOf)).toEqual([4, 4, 7, 1, 3]);
  });
});

describe('quiet time', () => {
  it.each<[string, string, string, string, QuietTime]>([
    ['in the day', '2026-11-26T12:00:00', 'Europe/Oslo', '2026-11-26T12:00:00', USUAL],
    ['to the minute before evening', '2026-11-26T16:59:59', 'Europe/Oslo', '2026-11-26T16:59:59', USUAL],
    ['from evening on', '2026-11-26T17:00:00', 'Europe/Oslo', '2026-11-27T07:00:00', USUAL],
    ['after midnight', '2026-11-26T02:00:00', 'Europe/Oslo', '2026-11-26T07:00:00', USUAL],
    ['on Friday evening', '2026-11-27T18:00:00', 'Europe/Oslo', '2026-11-30T07:00:00', USUAL],
    ['on Sunday at noon', '2026-11-29T12:00:00', 'America/New_York', '2026-11-30T13:00:00', USUAL],
    [
      'while it is still Friday in the west',
      '2026-11-28T02:30:00',
      'America/Los_Angeles',
      '2026-11-30T16:00:00',
      USUAL,
    ],
    ['while it is Monday in the east', '2026-11-29T20:00:00', 'Pacific/Auckland', '2026-11-29T20:00:00', USUAL],
    ['over the night of summer time', '2026-03-27T20:00:00', 'Europe/Oslo', '2026-03-30T06:00:00', USUAL],
    ['over the night of winter time', '2026-10-23T20:00:00', 'Europe/Oslo', '2026-10-26T07:00:00', USUAL],
    [
      'ending in an hour that does not come',
      '2026-03-28T23:00:00',
      'Europe/Oslo',
      '2026-03-29T01:30:00',
      { from: 1_320, to: 150, days: [] },
    ],
    ['at lunch', '2026-11-26T11:10:00', 'UTC', '2026-11-26T12:00:00', { from: 660, to: 720, days: [] }],
    ['on days only', '2026-11-28T11:00:00', 'UTC', '2026-11-30T00:00:00', { from: 0, to: 0, days: [6, 7] }],
    ['six days a week', '2026-11-26T11:00:00', 'UTC', '2026-12-02T08:00:00', { ...USUAL, days: [1, 2, 4, 5, 6, 7] }],
  ])('NU2 ends %s', (_name, at, ...[zone, expected, quiet]) => {
    expect(new Date(firstAllowed(utc(at), quiet, zone))).toEqual(new Date(utc(expected)));
  });

  it('NU2 never lets anything through in any hour of a year, and lets everything through at its first moment', () => {
    for (const zone of ['Europe/Oslo', 'America/St_Johns', 'Australia/Lord_Howe']) {
      for (let at = utc('2026-01-01T00:17:00'); at < utc('2027-01-01T00:00:00'); at += 31 * HOUR) {
        const allowed = firstAllowed(at, USUAL, zone);
        const { day, minute } = wallTimeAt(allowed, zone);
        expect([minute >= 480 && minute < 1_080, weekdayOf(day) < 6]).toEqual([true, true]);
        expect(firstAllowed(allowed, USUAL, zone)).toBe(allowed);
        // A minute before, it was quiet, or nobody had to wait.
        if (allowed > at) expect(firstAllowed(allowed - 60_000, USUAL, zone)).toBe(allowed);
      }
    }
  });
});

describe('the next message', () => {
  const zone = 'Europe/Oslo';
  const thursday = utc('2026-11-26T09:00:00');

  function plan(facts: Partial<NudgeFacts>, at: number, changes: Partial<Parameters<typeof planMessage>[1]> = {}) {
    const dues = duesOf({ ...NOTHING, ...facts }, zone);
    const planned = planMessage(dues, { handled: NONE, preferences: USUAL_PREFERENCES, zone, now: at, ...changes });
    if (planned.kind === 'send') return planned.due.map(({ key }) => key);
    return planned.at === null ? null : new Date(planned.at).toISOString().slice(0, 16);
  }

  it('NU3 joins all that is due', () => {
    const facts = {
      asked: [asked(1, thursday - HOUR, thursday + 7 * DAY)],
      commitments: [promised(1, '2026-11-26'), promised(2, '2026-11-29'), promised(3, '2026-12-01')],
      closed: [{ ...meeting(2), asks: 'team' as const, closedAt: thursday - 2 * HOUR }],
      measures: [{ ...TEAM, why: 'three-months', day: '2026-11-20' } as const],
    };
    expect(plan(facts, thursday)).toEqual([
      'invitation|meeting_m1',
      'check-in|commitment_c1|2026-11-26|due',
      'check-in|commitment_c2|2026-11-29|before',
      'measure|team_a|2026-11-20',
      'digest|meeting_m2',
    ]);
  });

  it('NU10 asks for a yes an hour after a contract was proposed, and again after four days', () => {
    const contracts = [{ ...TEAM, version: 2, draftedAt: thursday, remindedAt: null }];
    const [first, again] = ['first', 'again'].map((which) => `contract|team_a|${thursday}|${which}`);
    const handled = { keys: new Set([first ?? '']), lastDay: '2026-11-26' };
    expect(plan({ contracts }, thursday)).toBe('2026-11-26T10:00');
    expect(plan({ contracts }, thursday + HOUR)).toEqual([first]);
    expect(plan({ contracts }, thursday + HOUR, { handled })).toBe('2026-11-30T09:00');
    expect(plan({ contracts }, thursday + 4 * DAY, { handled })).toEqual([again]);
    expect(
      plan({ contracts: [{ ...TEAM, version: 3, draftedAt: thursday + HOUR, remindedAt: null }] }, thursday + DAY, {
        handled,
      }),
    ).toEqual([`contract|team_a|${thursday + HOUR}|first`]);
  });

  it('NU10 names a contract once in a message', () => {
    const dues = duesOf({ ...NOTHING, contracts: [{ ...TEAM, version: 1, draftedAt: 0, remindedAt: null }] }, zone);
    expect(joined(dues)).toHaveLength(1);
  });

  it('NU3 waits for the next day after a message, over the weekend too', () => {
    const facts = { commitments: [promised(1, '2026-11-26')] };
    const handled = { keys: new Set<string>(), lastDay: '2026-11-26' };
    expect(plan(facts, thursday, { handled })).toBe('2026-11-27T07:00');
    expect(plan(facts, thursday + DAY, { handled: { ...handled, lastDay: '2026-11-27' } })).toBe('2026-11-30T07:00');
    expect(plan(facts, thursday + DAY, { handled })).toEqual(['check-in|commitment_c1|2026-11-26|due']);
  });

  it('NU3 says nothing twice', () => {
    const facts = { commitments: [promised(1, '2026-11-26', thursday)] };
    const handled = { keys: new Set(['check-in|commitment_c1|2026-11-26|due']), lastDay: '2026-11-20' };
    expect(plan(facts, thursday, { handled })).toBeNull();
  });

  it('NU4 waits until a snooze is over, and for ever once it is stopped', () => {
    const facts = { commitments: [promised(1, '2026-11-26')] };
    const snoozedUntil = utc('2026-11-26T15:30:00');
    expect(plan(facts, thursday, { preferences: { ...USUAL_PREFERENCES, snoozedUntil } })).toBe('2026-11-26T15:30');
    const night = utc('2026-11-26T23:30:00');
    expect(plan(facts, thursday, { preferences: { ...USUAL_PREFERENCES, snoozedUntil: night } })).toBe(
      '2026-11-27T07:00',
    );
    expect(plan(facts, thursday, { preferences: { ...USUAL_PREFERENCES, stopped: true } })).toBeNull();
  });

  it('NU5 reminds at moments that the opening fixes: half-way through what is open for long, and a day before the end', () => {
    const opened = utc('2026-11-23T09:00:00');
    const moments = (days: number | null) =>
      duesOf({ ...NOTHING, asked: [asked(1, opened, days === null ? null : opened + days * DAY)] }, zone).map(
        ({ key, from }) => [key.split('|').at(-1), (from - opened) / DAY],
      );
    expect(moments(10)).toEqual([
      ['meeting_m1', 0],
      ['half', 5],
      ['last', 9],
    ]);
    expect(moments(4)).toEqual([
      ['meeting_m1', 0],
      ['half', 2],
      ['last', 3],
    ]);
    expect(moments(2)).toEqual([
      ['meeting_m1', 0],
      ['last', 1],
    ]);
    expect(moments(1)).toEqual([['meeting_m1', 0]]);
    expect(moments(null)).toEqual([['meeting_m1', 0]]);
  });

  it('NU5 never reminds of what is over by the morning', () => {
    const facts = { asked: [asked(1, thursday - DAY, utc('2026-11-27T06:00:00'))] };
    const handled = { keys: new Set(['invitation|meeting_m1']), lastDay: '2026-11-25' };
    expect(plan(facts, utc('2026-11-26T05:00:00'), { handled })).toBe('2026-11-26T07:00');
    expect(plan(facts, utc('2026-11-26T18:00:00'), { handled })).toBeNull();
  });

  it('asks about a promise three days before and on the day, where the owner is', () => {
    const facts = { commitments: [promised(1, '2026-12-10', utc('2026-11-20T09:00:00'))] };
    expect(plan(facts, thursday)).toBe('2026-12-07T07:00');
    const handled = { keys: new Set(['check-in|commitment_c1|2026-12-10|before']), lastDay: '2026-12-07' };
    expect(plan(facts, utc('2026-12-07T10:00:00'), { handled })).toBe('2026-12-10T07:00');
    const soon = { commitments: [promised(1, '2026-11-28', thursday)] };
    expect(plan(soon, thursday)).toBe('2026-11-30T07:00');
    expect(plan(facts, utc('2026-12-18T10:00:00'))).toBeNull();
  });

  it('NU3 names a thing once where two messages about it fall together', () => {
    const opened = utc('2026-11-20T18:00:00');
    const dues = duesOf(
      { ...NOTHING, asked: [asked(1, opened, opened + 5 * DAY)], commitments: [promised(1, '2026-11-26')] },
      zone,
    );
    expect(joined(dues).map(({ key }) => key)).toEqual([
      'invitation|meeting_m1',
      'check-in|commitment_c1|2026-11-26|due',
    ]);
    const reminders = dues.filter(({ nudge }) => nudge.kind === 'reminder');
    expect(reminders).toHaveLength(2);
    expect(joined(reminders).map(({ key }) => key)).toEqual(['reminder|meeting_m1|last']);
  });

  it('looks again on the next morning that is not quiet', () => {
    const at = (now: number) => new Date(nextMorning({ preferences: USUAL_PREFERENCES, zone, now })).toISOString();
    expect([at(thursday), at(thursday + DAY)]).toEqual(['2026-11-27T07:00:00.000Z', '2026-11-30T07:00:00.000Z']);
  });
});
