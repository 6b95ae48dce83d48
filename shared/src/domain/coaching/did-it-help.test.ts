import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import { DAY, startOfDay } from '../../kernel/instant.ts';
import type { ShownDimension } from '../results/shown.ts';
import { didItHelp, nextMeasurement, type Measurement } from './did-it-help.ts';
import { measureAgain, type Intervention } from './intervention.ts';

const DAY_OF = '2026-06-10';
const SHOWN: ShownDimension = {
  status: 'shown',
  grain: 'medium',
  level: 0.5,
  band: 'mixed',
  together: 0.5,
  shape: 'spread',
  gap: 0.5,
};

function at(day: string, result: Partial<ShownDimension> = {}, changes: Partial<Measurement> = {}): Measurement {
  const closedAt = startOfDay(day) + DAY / 2;
  const { level } = { ...SHOWN, ...result };
  return {
    meeting: makeId('meeting', day),
    title: day,
    openedAt: closedAt - DAY / 4,
    closedAt,
    ballots: 8,
    invited: 8,
    mode: 'anonymous',
    instrument: { id: makeId('instrument', 'coaching'), version: 1 },
    leaders: ['a', 'b'],
    result: { ...SHOWN, ...result },
    mean: level === null ? null : { least: level, most: level },
    ...changes,
  };
}

function asked(measurements: readonly Measurement[], others: readonly string[] = []) {
  return didItHelp({ day: DAY_OF, measurements, others });
}

describe('CO24 did it help', () => {
  it('compares the last measurement before with the first after that had time to show it', () => {
    const compared = asked([
      at('2026-09-01'),
      at('2026-06-23'),
      at('2026-06-24', { level: 0.58, together: 0.45 }),
      at('2026-06-01'),
      at('2026-01-01'),
    ]);
    expect(compared).toMatchObject({
      status: 'compared',
      before: { title: '2026-06-01' },
      after: { title: '2026-06-24' },
      level: 8,
      together: -5,
      direction: 'better',
      cautions: [],
    });
  });

  it('takes a measurement of the same day for one before, and none that began before the intervention', () => {
    const early = at('2026-07-01', {}, { openedAt: startOfDay(DAY_OF) });
    expect(asked([at(DAY_OF), early])).toEqual({ status: 'missing', missing: 'after' });
    expect(asked([at(DAY_OF), early, at('2026-08-01')])).toMatchObject({
      before: { title: DAY_OF },
      after: { title: '2026-08-01' },
    });
  });

  it('says what is missing', () => {
    expect(asked([])).toEqual({ status: 'missing', missing: 'both' });
    expect(asked([at('2026-06-01')])).toEqual({ status: 'missing', missing: 'after' });
    expect(asked([at('2026-07-01')])).toEqual({ status: 'missing', missing: 'before' });
  });

  it.each([
    [0.5, 0.52, 'medium', 'same'],
    [0.5, 0.53, 'medium', 'better'],
    [0.5, 0.47, 'medium', 'worse'],
    [0.5, 0.55, 'coarse', 'same'],
    [0.5, 0.6, 'coarse', 'better'],
    [0.5, 0.51, 'fine', 'same'],
    [null, 0.6, 'fine', 'unclear'],
  ] as const)('from %p to %p at grain %s is %s', (...[before, after, grain, direction]) => {
    expect(
      asked([at('2026-06-01', { level: before, grain }), at('2026-07-01', { level: after, grain })]),
    ).toMatchObject({
      direction,
    });
  });

  it('goes by the coarser of two displays', () => {
    const two = [at('2026-06-01', { grain: 'coarse' }), at('2026-07-01', { level: 0.54, grain: 'fine' })];
    expect(asked(two)).toMatchObject({ direction: 'same', cautions: ['grain'] });
  });

  it('says better or worse only where everything that looks like these is', () => {
    const before = at('2026-06-01', {}, { mean: { least: 0.45, most: 0.55 } });
    const direction = (least: number, most: number) =>
      asked([before, at('2026-07-01', { level: (least + most) / 2 }, { mean: { least, most } })]);
    expect(direction(0.55, 0.75)).toMatchObject({ level: 15, direction: 'same' });
    expect(direction(0.56, 0.75)).toMatchObject({ direction: 'better' });
    expect(direction(0.25, 0.45)).toMatchObject({ level: -15, direction: 'same' });
    expect(direction(0.25, 0.44)).toMatchObject({ direction: 'worse' });
  });

  it('warns of what else changed', () => {
    const instrument = { id: makeId('instrument', 'coaching'), version: 2 };
    const after = at('2026-07-01', {}, { leaders: ['b', 'c'], mode: 'named', instrument });
    const cautions = (others: readonly string[]) => {
      const compared = asked([at('2026-06-01'), after], others);
      return compared.status === 'compared' ? compared.cautions : null;
    };
    expect(cautions(['2026-06-20'])).toEqual(['members', 'instrument', 'mode', 'other-interventions']);
    expect(cautions(['2026-05-01', '2026-07-02'])).toEqual(['members', 'instrument', 'mode']);
    const same = asked([at('2026-06-01'), at('2026-07-01', {}, { leaders: ['b', 'a'] })]);
    expect(same).toMatchObject({ cautions: [] });
  });
});

describe('CO23 when to measure again', () => {
  const day = '2026-06-10';

  it('is the day that was chosen, else a plan of two to twelve weeks from then, else after six weeks', () => {
    expect(measureAgain({ day, chosen: '2026-06-30', planned: ['2026-07-01'] })).toEqual({
      measureOn: '2026-06-30',
      measureBecause: 'chosen',
    });
    expect(measureAgain({ day, chosen: null, planned: ['2026-08-01', '2026-06-24', '2026-06-23'] })).toEqual({
      measureOn: '2026-06-24',
      measureBecause: 'planned',
    });
    expect(measureAgain({ day, chosen: null, planned: ['2026-06-23', '2026-09-03'] })).toEqual({
      measureOn: '2026-07-22',
      measureBecause: 'six-weeks',
    });
  });
});

describe('CO24 the next measurement', () => {
  const JUNE_20 = startOfDay('2026-06-20') + DAY / 2;
  const USUAL = { day: DAY_OF, measureOn: '2026-07-22', measureBecause: 'six-weeks' } as const;
  const CHOSEN = { ...USUAL, measureOn: '2026-07-10', measureBecause: 'chosen' } as const;

  function next(
    planned: readonly string[],
    intervention: Pick<Intervention, 'day' | 'measureOn' | 'measureBecause'> = USUAL,
    {
      missing = 'after',
      now = JUNE_20,
    }: { readonly missing?: 'before' | 'after' | 'both'; readonly now?: number } = {},
  ) {
    const found = nextMeasurement(intervention, { missing, planned, now });
    return found && `${found.because} ${found.day}`;
  }

  it('is the first planned one that can count, which none is sooner than two weeks or over', () => {
    expect(next(['2026-06-23', '2026-07-01', '2026-06-24'])).toBe('planned 2026-06-24');
    const july = startOfDay('2026-07-05') + DAY / 2;
    expect(next(['2026-06-24', '2026-07-06'], USUAL, { now: july })).toBe('planned 2026-07-06');
    expect(next(['2026-06-23'])).toBe('set 2026-07-22');
  });

  it('is the chosen day before anything that is planned, as long as that day can come', () => {
    expect(next(['2026-07-01'], CHOSEN)).toBe('set 2026-07-10');
    const august = startOfDay('2026-08-01');
    expect(next(['2026-08-10'], CHOSEN, { now: august })).toBe('planned 2026-08-10');
    expect(next([], CHOSEN, { now: august })).toBeNull();
    expect(next([], { ...CHOSEN, measureOn: '2026-06-22' })).toBeNull();
  });

  it('is none once the day is over and nothing was measured before', () => {
    const sameDay = startOfDay(DAY_OF) + DAY / 2;
    expect(next(['2026-07-01'], USUAL, { missing: 'both', now: sameDay })).toBe('planned 2026-07-01');
    for (const missing of ['before', 'both'] as const) expect(next(['2026-07-01'], CHOSEN, { missing })).toBeNull();
  });
});
