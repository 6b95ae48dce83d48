import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeId } from '@plumbline/shared/kernel/ids';
import { TIMED_PHASES } from '../console/phase-order.ts';
import { meetingViewOf } from '../leader/meeting-view.builder.ts';
import {
  closesAt,
  closingFault,
  compositionOf,
  draftOfPlan,
  instrumentKey,
  minutesInAll,
  modesFor,
  newPlan,
  openingFault,
  opensAt,
  pairsOf,
  planFaults,
  PRESETS,
  quarterOf,
  readInstrumentKey,
  readPlan,
  samePlan,
  typedMinutes,
  type PlanDraft,
} from './plan-draft.ts';

const ALIGNMENT = { id: makeId('instrument', 'alignment'), version: 1 };

function plan(changes: Partial<PlanDraft> = {}): PlanDraft {
  return { ...newPlan({ title: 'Autumn', instrument: instrumentKey(ALIGNMENT) }), ...changes };
}

describe('a plan', () => {
  it('SH1 can be with names only where it asks the team', () => {
    expect(modesFor(null)).toEqual(['anonymous', 'named']);
    expect(modesFor({ asks: 'team' })).toEqual(['anonymous', 'named']);
    expect(modesFor({ asks: 'stakeholders' })).toEqual(['anonymous']);
  });

  it('is saved as it was typed, without its empty lines', () => {
    const at = new Date(2026, 10, 12, 9, 30).getTime();
    const typed = plan({
      title: ' Autumn ',
      day: '2026-11-12',
      time: '09:30',
      statements: ['We say no.', ' '],
      priorities: ['Delivery', '', 'Route'],
    });
    expect(compositionOf(typed)).toEqual({
      title: 'Autumn',
      purpose: '',
      mode: 'anonymous',
      scheduledFor: at,
      instrument: ALIGNMENT,
      ownQuestions: ['We say no.'],
      priorities: ['Delivery', 'Route'],
      prioritiesAs: 'ranking',
      minutes: PRESETS[60],
    });
  });

  it('comes back from the service as the same plan', () => {
    const composition = compositionOf(plan({ day: '2026-11-12', time: '09:30', priorities: ['Delivery', 'Route'] }));
    const saved = meetingViewOf({
      composition: { ...meetingViewOf().composition, ...composition, instrument: ALIGNMENT },
    });
    expect(compositionOf(draftOfPlan(saved))).toEqual(composition);
  });

  it('NM1 is anonymous until it is made a named one, and stays what it was made', () => {
    expect(plan().mode).toBe('anonymous');
    const named = compositionOf(plan({ mode: 'named' }));
    expect(named?.mode).toBe('named');
    const saved = meetingViewOf({ composition: { ...meetingViewOf().composition, mode: 'named' } });
    expect(draftOfPlan(saved).mode).toBe('named');
    expect(readPlan(JSON.stringify(plan({ mode: 'named' })), plan())?.mode).toBe('named');
    expect(readPlan(JSON.stringify({ ...plan(), mode: 'open' }), plan())?.mode).toBe('anonymous');
  });

  it('MT13 asks for an order until another way is chosen, and stays with it', () => {
    expect(plan().prioritiesAs).toBe('ranking');
    const asked = plan({ priorities: ['Delivery', 'Route'], prioritiesAs: 'allocation' });
    expect(compositionOf(asked)?.prioritiesAs).toBe('allocation');
    const saved = meetingViewOf({ composition: { ...meetingViewOf().composition, prioritiesAs: 'pairwise' } });
    expect(draftOfPlan(saved).prioritiesAs).toBe('pairwise');
    expect(readPlan(JSON.stringify(asked), plan())?.prioritiesAs).toBe('allocation');
    expect(readPlan(JSON.stringify({ ...asked, prioritiesAs: 'dice' }), plan())?.prioritiesAs).toBe('ranking');
  });

  it('has lengths to begin with that are what they say', () => {
    expect(([45, 60, 90] as const).map((length) => minutesInAll({ minutes: typedMinutes(PRESETS[length]) }))).toEqual([
      45, 60, 90,
    ]);
  });
});

describe('planFaults', () => {
  it('says all that is wrong, by field', () => {
    const minutes = { ...plan().minutes, rating: 'eight', discussing: '121', opening: '61', closing: '' };
    const wrong = plan({ title: ' ', instrument: '', day: '2026-11-12', priorities: ['One'], minutes });
    expect(planFaults(wrong)).toEqual({
      title: 'missing',
      instrument: 'missing',
      when: 'half',
      priorities: 'one',
      opening: 'range',
      rating: 'range',
      discussing: 'range',
      closing: 'range',
    });
    expect(compositionOf(wrong)).toBeNull();
  });

  it('finds a priority that is there twice, whatever its letters', () => {
    expect(planFaults(plan({ priorities: ['Route', 'route ', 'Delivery'] }))).toEqual({ priorities: 'twice' });
  });

  it('MT13 asks for at most six priorities in pairs, and says how many pairs they make', () => {
    const six = ['A', 'B', 'C', 'D', 'E', 'F'];
    const pairs = (priorities: readonly string[]) => plan({ priorities, prioritiesAs: 'pairwise' });
    expect(planFaults(pairs([...six, ' ']))).toEqual({});
    expect(planFaults(pairs([...six, 'G']))).toEqual({ priorities: 'many' });
    expect(planFaults(plan({ priorities: [...six, 'G'], prioritiesAs: 'allocation' }))).toEqual({});
    expect([six, [...six, 'G']].map((each) => pairsOf(pairs(each)))).toEqual([
      { options: 6, pairs: 15, tooMany: false },
      { options: 7, pairs: 21, tooMany: true },
    ]);
  });

  it('has nothing to say about a new plan', () => {
    expect(planFaults(plan())).toEqual({});
  });

  it('takes exactly the minutes that the service takes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIMED_PHASES), fc.integer({ min: -5, max: 200 }), (phase, minutes) => {
        const most = phase === 'discussing' ? 120 : 60;
        const faults = planFaults(plan({ minutes: { ...plan().minutes, [phase]: String(minutes) } }));
        expect(faults[phase] === undefined).toBe(minutes >= 0 && minutes <= most);
      }),
    );
  });
});

describe('when a plan opens by itself', () => {
  const now = new Date(2026, 10, 12, 9, 0).getTime();
  const opening = (opensDay: string, opensTime: string) => plan({ opensDay, opensTime });

  it('OT1 is left to people where nothing is chosen, and is a moment to come', () => {
    expect([opensAt(plan()), openingFault(plan(), now)]).toEqual([null, null]);
    expect(opensAt(opening('2026-11-12', '09:01'))).toBe(now + 60_000);
    expect(openingFault(opening('2026-11-12', '09:01'), now)).toBeNull();
    expect(openingFault(opening('2026-11-12', '09:00'), now)).toBe('past');
    expect(openingFault(opening('2026-11-12', ''), now)).toBe('half');
    expect(openingFault(opening('', '09:00'), now)).toBe('half');
  });

  it('OT1 comes before a pulse closes', () => {
    const closing = (closesTime: string) =>
      closingFault({ ...opening('2026-11-12', '12:00'), format: 'pulse', closesDay: '2026-11-12', closesTime }, now);
    expect([closing('09:00'), closing('12:00'), closing('12:01')]).toEqual(['past', 'first', null]);
  });

  it('OT1 comes back from the service with its closing, and changes nothing of what is asked', () => {
    const by = { person: makeId('person', 'p1'), name: 'Ada' };
    const planned = { opensAt: now, closesAt: now + 3_600_000, by, notOpened: null };
    const saved = draftOfPlan(meetingViewOf({ status: 'draft', opening: planned }));
    expect([opensAt(saved), closesAt(saved)]).toEqual([now, now + 3_600_000]);
    expect(samePlan(plan(), opening('2026-11-12', '09:00'))).toBe(true);
  });
});

describe('when a pulse closes', () => {
  const now = new Date(2026, 10, 12, 9, 0).getTime();
  const pulse = (closesDay: string, closesTime: string) => plan({ format: 'pulse', closesDay, closesTime });

  it('is asked for, and lies ahead', () => {
    expect(closingFault(pulse('', ''), now)).toBe('missing');
    expect(closingFault(pulse('2026-11-12', '09:00'), now)).toBe('past');
    expect(closingFault(pulse('2026-11-12', '09:01'), now)).toBeNull();
    expect(closesAt(pulse('2026-11-12', '09:01'))).toBe(now + 60_000);
  });

  it('is not asked of a meeting', () => {
    expect(closingFault(plan(), now)).toBeNull();
  });
});

describe('what is kept on the device', () => {
  it('is read again', () => {
    const typed = plan({ purpose: 'Agree', statements: ['We say no.'] });
    expect(readPlan(JSON.stringify(typed), plan())).toEqual(typed);
  });

  it('is left alone where this version did not write it', () => {
    const broken = ['', '{', 'null', '[]', '{"title":1}', JSON.stringify({ ...plan(), statements: [1] })];
    const odd = JSON.stringify({ ...plan(), minutes: { opening: 4 } });
    expect([...broken, odd].map((text) => readPlan(text, plan()))).toEqual([...broken, odd].map(() => null));
  });

  it('differs from the saved plan only by what would be saved', () => {
    expect(samePlan(plan(), plan({ statements: [''] }))).toBe(true);
    expect(samePlan(plan(), plan({ statements: ['We say no.'] }))).toBe(false);
    expect(samePlan(plan(), plan({ closesDay: '2026-12-01', closesTime: '09:00' }))).toBe(true);
  });
});

describe('names', () => {
  it('of a version lead back to it', () => {
    expect(readInstrumentKey(instrumentKey(ALIGNMENT))).toEqual(ALIGNMENT);
    expect(['', 'x 1', 'instrument_a', 'instrument_a 0', 'instrument_a 1.5'].map(readInstrumentKey)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('of a quarter follow the reader’s calendar', () => {
    expect([0, 2, 3, 11].map((month) => quarterOf(new Date(2026, month, 15).getTime()))).toEqual([
      { quarter: 1, year: 2026 },
      { quarter: 1, year: 2026 },
      { quarter: 2, year: 2026 },
      { quarter: 4, year: 2026 },
    ]);
  });
});
