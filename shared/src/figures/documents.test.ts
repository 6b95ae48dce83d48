import { describe, expect, it } from '@jest/globals';
import type { Bin, QuestionResult, ShownScale } from '../domain/results/shown.ts';
import { sourceOf } from '../testing/shown-results.ts';
import { commitmentsFigure, type ShownCommitment } from './commitments.ts';
import { likertFigure, sidesOf } from './likert.ts';
import { methodFigure, type MethodBasis } from './method.ts';

const SOURCE = sourceOf({ answered: 11, invited: 12 });
const DIVIDES = { about: 'divides' } as const;

function question(id: string, result: Partial<ShownScale> | 'held' = {}): QuestionResult {
  const shown: ShownScale = {
    ...{ status: 'shown', grain: 'medium', level: 4, favour: 0.5, band: 'mixed', together: 0.25, shape: 'spread' },
    distribution: null,
    ...(result === 'held' ? {} : result),
  };
  return {
    ...{ question: id, dimension: null, text: `Text of ${id}`, low: 1, high: 7 },
    result: result === 'held' ? { status: 'held', needed: 2 } : shown,
  };
}

const THIRDS: readonly Bin[] = [
  { from: 1, to: 2, count: 5 },
  { from: 3, to: 5, count: 2 },
  { from: 6, to: 7, count: 4 },
];

describe('questions to both sides of their scale', () => {
  it('OF2 count what lies below, around and above the middle, however answers are merged', () => {
    const scale = { low: 1, high: 7 };
    expect(sidesOf(THIRDS, scale)).toEqual({ low: 5, middle: 2, high: 4 });
    const single = [3, 0, 2, 4, 0, 2, 6].map((count, place) => ({ from: place + 1, to: place + 1, count }));
    expect(sidesOf(single, scale)).toEqual({ low: 5, middle: 4, high: 8 });
    expect(
      sidesOf(
        [
          { from: 1, to: 4, count: 3 },
          { from: 5, to: 7, count: 8 },
        ],
        scale,
      ),
    ).toEqual({
      ...{ low: 0, middle: 3, high: 8 },
    });
    // A scale of an even number of points has no middle point.
    expect(
      sidesOf(
        [
          { from: 1, to: 2, count: 3 },
          { from: 3, to: 4, count: 8 },
        ],
        { low: 1, high: 4 },
      ),
    ).toEqual({
      ...{ low: 3, middle: 0, high: 8 },
    });
  });

  it('OF1 draw sides only where most rows show a distribution, and never one that is not shown', () => {
    const shown = question('q1', { distribution: THIRDS });
    const some = likertFigure({
      ...{ source: SOURCE, about: DIVIDES, most: 8 },
      questions: [shown, question('q2'), question('q3', 'held'), question('q4')],
    });
    expect(some.marks.as).toBe('bands');
    expect(some.table.rows[0]).toEqual(['Text of q1', 25, expect.objectContaining({ key: 'step.2' })]);
    const most = likertFigure({ source: SOURCE, about: DIVIDES, most: 8, questions: [shown, question('q2')] });
    expect(most.marks.as).toBe('sides');
    expect(most.table.rows).toEqual([
      ['Text of q1', 5, 2, 4, expect.objectContaining({ key: 'step.2' })],
      ['Text of q2', null, null, null, expect.objectContaining({ key: 'step.2' })],
    ]);
    expect(most.notes.map(({ key }) => key)).toEqual(['deck:likert.note.some']);
  });

  it('OF2 say in their title how many divide, over all questions and not only those that are drawn', () => {
    const split = { band: 'split', shape: 'camps', together: 0 } as const;
    const aligned = { band: 'aligned', shape: 'aligned-high', together: 1 } as const;
    const titleOf = (questions: readonly QuestionResult[], about: Parameters<typeof likertFigure>[0]['about']) =>
      likertFigure({ source: SOURCE, questions, about, most: 1 }).title;
    const three = [question('q1', split), question('q2'), question('q3', aligned)];
    expect(titleOf(three, DIVIDES)).toMatchObject({ key: 'deck:likert.title.split', values: { count: 1, total: 3 } });
    expect(titleOf(three.slice(1), DIVIDES)).toMatchObject({ key: 'deck:likert.title.apart', values: { count: 1 } });
    expect(titleOf(three.slice(2), DIVIDES).key).toBe('deck:likert.title.together');
    expect(titleOf([question('q1', 'held')], DIVIDES).key).toBe('deck:likert.title.held');
    expect(titleOf(three, { about: 'dimension', title: 'Vision' })).toMatchObject({
      ...{ key: 'deck:likert.title.dimension.split', values: { name: 'Vision', count: 1, total: 3 } },
    });
    expect(titleOf(three, { about: 'holds' })).toMatchObject({ key: 'deck:likert.title.holds', values: { count: 1 } });
    expect(titleOf(three.slice(0, 2), { about: 'holds' }).key).toBe('deck:likert.title.nothing-holds');
  });

  it('OF2 show of what holds those that do, the closest first', () => {
    const aligned = { band: 'aligned', shape: 'aligned-high' } as const;
    const figure = likertFigure({
      ...{ source: SOURCE, about: { about: 'holds' }, most: 3 },
      questions: [
        question('apart'),
        question('close', { ...aligned, together: 0.75, favour: 0.9 }),
        question('low', { band: 'aligned', shape: 'aligned-low', together: 1 }),
        question('closest', { ...aligned, together: 1 }),
      ],
    });
    expect(figure.marks.rows.map(({ id }) => id)).toEqual(['closest', 'close']);
  });

  it('OF2 name the ends of the scale only where all questions are on it', () => {
    const namesOf = (questions: readonly QuestionResult[]) =>
      likertFigure({ source: SOURCE, questions, about: DIVIDES, most: 8 }).marks.names.low.key;
    expect(namesOf([question('q1'), question('q2')])).toBe('deck:likert.side.toward');
    expect(namesOf([question('q1'), { ...question('q2'), low: 0, high: 4 }])).toBe('deck:likert.side.low');
  });
});

describe('commitments', () => {
  const one: ShownCommitment = {
    ...{ sentence: 'We decide by Friday.', owner: 'Maya', due: '2026-11-28' },
    ...{ status: null, displaces: null, question: null, moved: null },
  };
  const figureOf = (...commitments: readonly ShownCommitment[]) =>
    commitmentsFigure({ source: SOURCE, of: 'meeting', commitments });

  it('OF2 leave out a column that would say nothing', () => {
    expect(figureOf(one).marks.columns).toEqual(['sentence', 'owner', 'due']);
    expect(
      figureOf(one, { ...one, status: 'done', displaces: 'The old list', question: 'Q', moved: 'settled' }).marks
        .columns,
    ).toEqual([...['sentence', 'owner', 'due', 'status', 'displaces', 'question', 'moved']]);
  });

  it('OF2 have the finding as their title: what moved, else what is done, else what is at risk', () => {
    const done = { ...one, status: 'done' } as const;
    const title = (...of: readonly ShownCommitment[]) =>
      figureOf(...of).title.key.replace('deck:commitments.title.', '');
    expect(title()).toBe('none');
    expect(title(one, one)).toBe('made');
    expect(title(one, { ...one, status: 'at-risk' })).toBe('at-risk');
    expect(title(one, done)).toBe('done');
    expect(title(done, done)).toBe('all-done');
    expect(title(done, { ...done, moved: 'closer' })).toBe('moved');
    expect(title(one, { ...one, moved: 'further-apart' })).toBe('made');
  });

  it('OF2 are due on the same day everywhere', () => {
    expect(figureOf(one).table.rows[0]?.[2]).toEqual({ key: 'deck:day', values: { date: Date.UTC(2026, 10, 28) } });
  });
});

describe('the method', () => {
  const about = {
    ...{ mode: 'anonymous', format: 'meeting', depth: 'full', sealed: true, revision: 41 },
  } as const satisfies Omit<MethodBasis, 'of'>;
  const saidBy = (changes: Partial<Omit<MethodBasis, 'of'>>, answered: number | null = 11) =>
    methodFigure({ source: { ...SOURCE, answered }, about: { ...about, ...changes } }).marks.lines.map(({ text }) =>
      text.key.replace(/^(summary|deck):/, ''),
    );

  it('OF2 says what the summary says, to whoever is asked', () => {
    expect(saidBy({})).toEqual([
      ...['method.enough', 'method.minimum-why', 'method.together-why', 'method.before-why'],
      ...['method.sees-why', 'method.never-why', 'method.sealed', 'method.state-closed'],
    ]);
    expect(saidBy({ mode: 'named' })).toEqual([
      ...['method.enough', 'named.minimum-why', 'method.together-why', 'named.before-why'],
      ...['method.sees-named', 'named.never-why', 'named.after', 'method.state-closed'],
    ]);
    expect(saidBy({ mode: 'named', depth: 'dimensions' }).slice(1, 3)).toEqual(['named.others', 'method.minimum-why']);
    expect(saidBy({ format: 'pulse' })).not.toContain('method.before-why');
  });

  it('OF1 says how few answered only as far as that is shown', () => {
    expect(saidBy({}, 6)[0]).toBe('method.few');
    expect(saidBy({}, null)[0]).toBe('method.held');
    expect(saidBy({ sealed: null }, null)).toEqual(expect.arrayContaining(['says.not-shown', 'method.state-open']));
  });
});
