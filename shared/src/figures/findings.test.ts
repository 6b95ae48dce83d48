import { describe, expect, it } from '@jest/globals';
import type { DimensionResult, PerceptionResult, RevoteResult, Shape, ShownScale } from '../domain/results/shown.ts';
import { agreementFigure } from './agreement.ts';
import type { TrendWave } from './basis.ts';
import { beforeAfterFigure } from './before-after.ts';
import { importanceFigure } from './importance.ts';
import { meterFigure } from './meter.ts';
import { message } from './message.ts';
import { perceptionFigure } from './perception.ts';
import { profileFigure } from './profile.ts';
import { sourceLine, type FigureSource } from './figure.ts';
import { trendFigure } from './trend.ts';

const source: FigureSource = {
  team: 'Northwind leaders',
  meeting: 'November',
  answered: 9,
  invited: 10,
  minimumGroup: 5,
  date: 0,
};

function dimension(title: string, together: number, importance: number | null = null): DimensionResult {
  const band = together === 0 ? 'split' : together < 0.7 ? 'mixed' : 'aligned';
  const shape: Shape = together === 0 ? 'camps' : together < 0.7 ? 'spread' : 'aligned-high';
  return {
    dimension: title.toLowerCase(),
    title,
    result: { status: 'shown', grain: 'medium', level: 0.5, band, together, shape, gap: 0.5 },
    importance,
  };
}

function held(title: string): DimensionResult {
  return { dimension: title.toLowerCase(), title, result: { status: 'held', needed: 2 }, importance: null };
}

describe('the finding of a profile', () => {
  const titleOf = (now: readonly DimensionResult[]) => profileFigure({ source, now, before: null }).title;

  it('names what holds and what divides', () => {
    expect(titleOf([dimension('Priorities', 0), dimension('Roles', 0.25), dimension('Vision', 1)])).toEqual(
      message('profile.title.together-and-apart', { together: ['Vision'], apart: ['Priorities'] }),
    );
  });

  it('counts what holds when there is much of it', () => {
    const aligned = ['Vision', 'Goals', 'Strategy'].map((title) => dimension(title, 0.75));
    expect(titleOf([dimension('Roles', 0.5), ...aligned])).toEqual(
      message('profile.title.mostly-together', { count: 3, total: 4, apart: ['Roles'] }),
    );
  });

  it('names nobody first when more than two are equally far apart', () => {
    expect(titleOf(['A', 'B', 'C'].map((title) => dimension(title, 0)))).toEqual(
      message('profile.title.many-apart', { count: 3, total: 3 }),
    );
  });

  it('claims nothing of held dimensions', () => {
    expect(titleOf([held('Roles')])).toEqual(message('profile.title.held'));
    expect(titleOf([held('Roles'), dimension('Vision', 1)])).toEqual(message('profile.title.all-together'));
  });

  it('has every number of the picture in its table', () => {
    const now = [dimension('Roles', 0.25), held('Trust')];
    expect(profileFigure({ source, now, before: [dimension('Roles', 0)] }).table.rows).toEqual([
      ['Roles', 25, 0, message('shape.spread')],
      ['Trust', null, null, message('held', { count: 2 })],
    ]);
  });
});

describe('the picture of one question', () => {
  const question = { question: 'q', dimension: null, text: 'We agree.', low: 1, high: 7 };
  const shown: ShownScale = {
    status: 'shown',
    grain: 'coarse',
    level: 4.25,
    favour: 0.54,
    band: 'mixed',
    together: 0.5,
    shape: 'spread',
    distribution: null,
  };
  const pictureOf = (result: ShownScale) =>
    agreementFigure({ source, question: { ...question, result } }).marks.picture;

  it('is the band in three steps for few answers and in five for more', () => {
    expect(pictureOf(shown)).toEqual({ status: 'band', level: 4.25, step: { band: 'mixed', steps: 3, place: 1 } });
    expect(pictureOf({ ...shown, grain: 'medium', together: 0.75 })).toEqual({
      status: 'band',
      level: 4.25,
      step: { band: 'mixed', steps: 5, place: 3 },
    });
  });

  it('is the distribution where there is one', () => {
    const distribution = [{ from: 1, to: 3, count: 5 }];
    expect(pictureOf({ ...shown, distribution })).toEqual({ status: 'bins', bins: distribution, level: 4.25 });
  });

  it('is nothing where too many cannot say', () => {
    expect(pictureOf({ ...shown, level: null, together: null, band: null, shape: 'unknown' })).toEqual({
      status: 'none',
      note: message('cannot-say'),
    });
  });

  it('says of a held question only how many answers it needs', () => {
    const figure = agreementFigure({ source, question: { ...question, result: { status: 'held', needed: 1 } } });
    expect([figure.title, figure.altText, figure.table.rows]).toEqual([
      message('agreement.title.held', { count: 1 }),
      message('agreement.alt.held', { title: figure.title }),
      [[message('agreement.row.shape'), message('held', { count: 1 })]],
    ]);
  });
});

describe('the map', () => {
  it('puts first what matters to half and divides by half, furthest apart first', () => {
    const figure = importanceFigure({
      source,
      dimensions: [dimension('Roles', 0.5, 0.9), dimension('Priorities', 0, 0.5), dimension('Vision', 1, 1)],
    });
    expect(figure.title).toEqual(message('importance.title.first', { names: ['Priorities', 'Roles'] }));
  });

  it('names what it leaves out', () => {
    const figure = importanceFigure({ source, dimensions: [dimension('Vision', 1, 1), held('Trust')] });
    expect([figure.marks.points.map(({ id }) => id), figure.title, figure.notes]).toEqual([
      ['vision'],
      message('importance.title.together'),
      [message('importance.note.left-out', { names: ['Trust'] })],
    ]);
  });
});

describe('re-votes', () => {
  const scale = (together: number): ShownScale => ({
    status: 'shown',
    grain: 'medium',
    level: 4,
    favour: 0.5,
    band: 'mixed',
    together,
    shape: 'spread',
    distribution: null,
  });
  const closer: RevoteResult = { question: 'a', status: 'moved', before: scale(0), after: scale(0.5), meter: 'closer' };
  const unchanged: RevoteResult = { question: 'b', status: 'unchanged' };

  it('counts the talks that moved and shows no place for an unchanged one', () => {
    const figure = beforeAfterFigure({
      source,
      questions: [
        { text: 'A', revote: closer },
        { text: 'B', revote: unchanged },
      ],
    });
    expect([figure.title, figure.table.rows]).toEqual([
      message('before-after.title.closer', { count: 1, total: 2 }),
      [
        ['A', 0, 50, 4, 4, message('moved.closer')],
        ['B', null, null, null, null, message('before-after.unchanged')],
      ],
    ]);
  });

  it('reads an unchanged vote as settled and a held one as no reading', () => {
    const placeOf = (revote: RevoteResult) => meterFigure({ source, text: 'A', revote }).marks.place;
    expect([closer, unchanged, { question: 'c', status: 'held', needed: 1 } as const].map(placeOf)).toEqual([
      'closer',
      'settled',
      null,
    ]);
  });
});

describe('the perception gap', () => {
  const guessed = (question: string, guess: number, answer: number): PerceptionResult => ({
    question,
    text: question,
    result: { status: 'shown', guess, answer, gap: guess - answer },
  });
  const figureOf = (questions: readonly PerceptionResult[]) =>
    perceptionFigure({ source, scale: { low: 1, high: 7 }, questions });

  it('puts the widest gap first and held ones last', () => {
    const rows = figureOf([
      { question: 'h', text: 'h', result: { status: 'held', needed: 1 } },
      guessed('a', 4, 4.25),
      guessed('b', 3, 5),
    ]);
    expect(rows.marks.rows.map(({ id }) => id)).toEqual(['b', 'a', 'h']);
  });

  it('says in which direction guesses were off', () => {
    const titles = [
      [guessed('a', 5, 4), guessed('b', 4, 4)],
      [guessed('a', 4, 5)],
      [guessed('a', 4, 5), guessed('b', 5, 4)],
      [guessed('a', 4, 4.25)],
    ].map((questions) => figureOf(questions).title);
    expect(titles).toEqual([
      message('perception.title.over', { count: 1, total: 2 }),
      message('perception.title.under', { count: 1, total: 1 }),
      message('perception.title.mixed', { count: 2, total: 2 }),
      message('perception.title.close'),
    ]);
  });
});

describe('the trend', () => {
  const wave = (date: number, dimensions: readonly DimensionResult[], changed: Partial<TrendWave> = {}): TrendWave => ({
    meeting: `M${String(date)}`,
    date,
    answered: 9,
    invited: 10,
    instrumentChanged: false,
    membersChanged: false,
    dimensions,
    ...changed,
  });

  it('names the dimension that moved most since last time', () => {
    const figure = trendFigure({
      source,
      waves: [
        wave(1, [dimension('Roles', 0), dimension('Vision', 0.5)]),
        wave(2, [dimension('Roles', 0.75), dimension('Vision', 0.25)]),
      ],
    });
    expect([figure.title, figure.marks.series.map(({ id, focus }) => [id, focus])]).toEqual([
      message('trend.title.closer', { name: 'Roles', date: 1 }),
      [
        ['roles', true],
        ['vision', false],
      ],
    ]);
  });

  it('breaks, says why and compares nothing across a change of members or questions', () => {
    const figure = trendFigure({
      source,
      waves: [
        wave(1, [dimension('Roles', 0)]),
        wave(2, [dimension('Roles', 0.5)], { membersChanged: true }),
        wave(3, [dimension('Roles', 1)], { membersChanged: true, instrumentChanged: true }),
      ],
    });
    expect([figure.title, figure.marks.columns.map(({ breakMark }) => breakMark), figure.notes]).toEqual([
      message('trend.title.instrument'),
      [null, 'a', 'b'],
      [message('trend.note.members', { mark: 'a', date: 2 }), message('trend.note.both', { mark: 'b', date: 3 })],
    ]);
  });

  it('draws the five that differ most and keeps all in the table', () => {
    const waves = [1, 2].map((date) =>
      wave(
        date,
        ['A', 'B', 'C', 'D', 'E', 'F'].map((title, index) => dimension(title, date === 1 ? 0 : index / 10)),
      ),
    );
    const figure = trendFigure({ source, waves });
    expect([figure.marks.series.map(({ title }) => title), figure.table.columns.length, figure.notes]).toEqual([
      ['B', 'C', 'D', 'E', 'F'],
      9,
      [message('trend.note.left-out', { names: ['A'] })],
    ]);
  });
});

describe('the source line', () => {
  it('gives no count below the minimum group', () => {
    const values = { team: 'Northwind leaders', meeting: 'November', invited: 10, date: 0 };
    expect([sourceLine(source), sourceLine({ ...source, answered: null })]).toEqual([
      message('source.line', { ...values, n: 9 }),
      message('source.held', { ...values, minimum: 5 }),
    ]);
  });
});
