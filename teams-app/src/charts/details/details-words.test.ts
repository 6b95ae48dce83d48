import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DimensionResult, QuestionResult, RevoteResult, ShownScale } from '@plumbline/shared/domain/results/shown';
import type { FigureBasis } from '@plumbline/shared/figures/basis';
import { detailsOf } from '@plumbline/shared/figures/details/details';
import type { FigureDetails } from '@plumbline/shared/figures/details/figure-details';
import { neededTable } from '@plumbline/shared/figures/details/needed-table';
import type { DetailMessage } from '@plumbline/shared/figures/details/words';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { spoken } from '@plumbline/shared/figures/message';
import details from '@plumbline/shared/i18n/en/details.json' with { type: 'json' };
import figures from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import fc from 'fast-check';
import { createInstance } from 'i18next';

const i18n = createInstance();
const missing: string[] = [];
/** Keys of `details` that were said. */
const spokenKeys = new Set<string>();

beforeAll(async () => {
  await i18n.init({
    lng: 'en',
    ns: ['figures', 'details'],
    defaultNS: 'figures',
    keySeparator: false,
    resources: { en: { figures, details } },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
    missingInterpolationHandler: (text: string) => missing.push(text),
  });
});

function say(said: DetailMessage): string {
  return spoken(said, (key, values) => {
    spokenKeys.add(key);
    return i18n.t(key, { ...values, ns: ['figures', 'details'], interpolation: { escapeValue: false } });
  });
}

/** Everything that details say, in the order in which it is read. */
function everything({ groups, uncertainty, held, method }: FigureDetails): readonly DetailMessage[] {
  return [
    ...groups.flatMap((group) => [
      group.title,
      ...(group.lead === null ? [] : [group.lead]),
      ...group.lines.flatMap(({ name, value, interval, reading }) =>
        [name, value, interval, reading].filter((words) => words !== null),
      ),
      ...group.rules,
    ]),
    ...uncertainty,
    ...held,
    ...method,
  ];
}

const held = fc.record({ status: fc.constant('held' as const), needed: fc.integer({ min: 1, max: 5 }) });
const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const shape = fc.constantFrom('aligned-high', 'aligned-low', 'lukewarm', 'spread', 'camps', 'unknown');
const band = fc.constantFrom('aligned', 'mixed', 'split');
const grain = fc.constantFrom('coarse', 'medium', 'fine', 'exact');
const points = fc.constantFrom(2, 3, 5, 7, 10);

/** Any result that fits its scale, also ones that no round gives: what is said must make sense of it. */
function shownScale(width: number): fc.Arbitrary<ShownScale> {
  const counts = fc.array(fc.nat({ max: 9 }), { minLength: width, maxLength: width });
  const known = fc.record({ level: share.map((way) => way * (width - 1)), favour: share, band, together: share });
  const unknown = fc.constant({ level: null, favour: null, band: null, together: null });
  const bars = counts.map((all) => all.map((count, at) => ({ from: at, to: at, count })));
  return fc
    .tuple(grain, shape, fc.oneof({ weight: 6, arbitrary: known }, unknown), fc.option(bars))
    .map(([fine, called, place, distribution]) => ({
      status: 'shown',
      grain: fine,
      shape: called,
      ...place,
      distribution: place.level === null ? null : distribution,
    }));
}

const question = (id: string, dimension: string | null) =>
  points.chain((width) =>
    fc.oneof({ weight: 5, arbitrary: shownScale(width) }, held).map((result) => ({
      question: id,
      dimension,
      text: `Text of ${id}`,
      low: 0,
      high: width - 1,
      result,
    })),
  );

const dimension = (id: string): fc.Arbitrary<DimensionResult> => {
  const known = fc.record({ level: share, band, together: share, gap: share });
  const unknown = fc.constant({ level: null, band: null, together: null, gap: null });
  const shown = fc
    .tuple(grain, shape, fc.oneof({ weight: 6, arbitrary: known }, unknown))
    .map(([fine, called, place]) => ({ status: 'shown' as const, grain: fine, shape: called, ...place }));
  return fc.record({
    dimension: fc.constant(id),
    title: fc.constant(`Title of ${id}`),
    importance: fc.option(share),
    result: fc.oneof({ weight: 5, arbitrary: shown }, held),
  });
};
const dimensions = fc.tuple(dimension('a'), dimension('b'), dimension('c'));

const revote: fc.Arbitrary<RevoteResult> = fc.oneof(
  held.map((result) => ({ ...result, question: 'q' })),
  fc.constant({ question: 'q', status: 'unchanged' as const }),
  fc.record({
    question: fc.constant('q'),
    status: fc.constant('moved' as const),
    before: shownScale(7),
    after: shownScale(7),
    meter: fc.constantFrom('closer', 'settled', 'further-apart'),
  }),
  // Two at one place, as most second votes are, come about seldom by chance.
  shownScale(7).map((same) => ({
    question: 'q',
    status: 'moved' as const,
    before: same,
    after: { ...same, distribution: null },
    meter: 'settled' as const,
  })),
);
const answer = fc.option(fc.integer({ min: 1, max: 7 }));
const wave = fc.record({
  meeting: fc.constant('May'),
  date: fc.constant(Date.UTC(2026, 4, 12)),
  answered: fc.option(fc.integer({ min: 5, max: 9 })),
  invited: fc.constant(9),
  instrumentChanged: fc.boolean(),
  membersChanged: fc.boolean(),
  dimensions: fc.subarray(['a', 'b', 'c']).chain((ids) => fc.tuple(...ids.map(dimension))),
});
const option = { option: fc.constant('a'), text: fc.constant('Ships') };

const basis: fc.Arbitrary<FigureBasis> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ of: fc.constant('question' as const), question: question('q', null) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      of: fc.constant('dimensions' as const),
      now: dimensions,
      before: fc.option(dimensions),
      questions: fc.tuple(question('1', 'a'), question('2', 'a'), question('3', 'b')),
    }),
  },
  fc.record({ of: fc.constant('importance' as const), dimensions }),
  fc.record({
    of: fc.constant('revotes' as const),
    questions: fc.array(
      fc.oneof(
        fc.record({ text: fc.constant('Q'), revote }),
        fc.record({
          text: fc.constant('Q'),
          revote,
          people: fc.array(fc.record({ before: answer, after: answer }), { maxLength: 9 }),
        }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ of: fc.constant('trend' as const), waves: fc.array(wave, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    of: fc.constant('perception' as const),
    questions: fc.array(
      fc.record({
        question: fc.constant('q'),
        text: fc.constant('Q'),
        result: fc.oneof(
          held,
          fc
            .tuple(share, share)
            .map(([guess, given]) => ({ status: 'shown' as const, guess, answer: given, gap: 6 * (guess - given) })),
        ),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    of: fc.constant('ranking' as const),
    ranking: fc.record({
      question: fc.constant('r'),
      text: fc.constant('R'),
      result: fc.oneof(
        held,
        fc.record({
          status: fc.constant('shown' as const),
          order: fc.array(fc.record({ ...option, place: fc.constant(1), meanRank: share }), {
            minLength: 1,
            maxLength: 3,
          }),
          orders: fc.constantFrom('one' as const, 'another' as const, 'several' as const, null),
          agreement: fc.option(share.map((way) => 2 * way - 1)),
          concordance: fc.option(fc.record({ people: fc.integer({ min: 1, max: 12 }), w: fc.option(share) })),
        }),
      ),
    }),
  }),
  fc.record({
    of: fc.constant('allocation' as const),
    allocation: fc.record({
      question: fc.constant('r'),
      text: fc.constant('R'),
      total: fc.constant(100),
      result: fc.oneof(
        held,
        fc.record({
          status: fc.constant('shown' as const),
          grain,
          options: fc.array(fc.record({ ...option, mean: share, median: fc.option(share) }), {
            maxLength: 3,
          }),
          inCommon: share,
          againstChance: fc.option(share),
        }),
      ),
    }),
  }),
  fc.record({
    of: fc.constant('pairwise' as const),
    pairwise: fc.record({
      question: fc.constant('r'),
      text: fc.constant('R'),
      result: fc.oneof(
        held,
        fc.record({
          status: fc.constant('shown' as const),
          grain,
          order: fc.array(fc.record({ ...option, place: fc.constant(1), strength: share }), { maxLength: 3 }),
          agreement: fc.option(share),
          consistency: fc.option(share),
        }),
      ),
    }),
  }),
  fc.record({
    of: fc.constant('dots' as const),
    options: fc.constant([{ option: 'a', text: 'Ships' }]),
    dots: fc.oneof(
      held,
      fc.record({
        status: fc.constant('shown' as const),
        ballots: fc.integer({ min: 5, max: 9 }),
        options: fc.array(fc.record({ option: fc.constantFrom('a', 'gone'), dots: fc.nat({ max: 9 }) }), {
          maxLength: 3,
        }),
      }),
    ),
  }),
  fc.record({
    of: fc.constant('camps' as const),
    camps: fc.record({
      sizes: fc.constant([5, 6] as const),
      questions: fc.constant(['q']),
      p: share,
      silhouette: share,
    }),
    questions: fc.tuple(question('q', null)),
  }),
);

const source: fc.Arbitrary<FigureSource> = fc.record({
  team: fc.constant('Northwind'),
  meeting: fc.constant('November'),
  answered: fc.option(fc.integer({ min: 2, max: 12 }), { freq: 8 }),
  invited: fc.constantFrom(12, 60),
  minimumGroup: fc.constant(5),
  mode: fc.constantFrom('anonymous' as const, 'named' as const),
  date: fc.constant(Date.UTC(2026, 10, 12)),
});

const FROM: FigureSource = {
  team: 'Northwind',
  meeting: 'November',
  answered: 14,
  invited: 20,
  minimumGroup: 5,
  date: 0,
};
const { result: MIDDLE } = answered('q', 2);

/** What chance seldom makes: very many answers, a long dimension, many pairs. */
const SELDOM: readonly (readonly [FigureBasis, FigureSource])[] = [
  [
    { of: 'question', question: answered('q', 100) },
    { ...FROM, answered: 700, invited: 700 },
  ],
  [
    {
      of: 'dimensions',
      now: [
        {
          dimension: 'a',
          title: 'A',
          importance: null,
          result: {
            status: 'shown',
            grain: 'fine',
            level: 0.5,
            band: 'aligned',
            together: 0.9,
            shape: 'lukewarm',
            gap: 0.5,
          },
        },
      ],
      before: null,
      questions: Array.from({ length: 8 }, (_, place) => answered(`q${String(place)}`, 2)),
    },
    FROM,
  ],
  ...(MIDDLE.status === 'held'
    ? []
    : [
        [
          {
            of: 'revotes',
            questions: [
              {
                text: 'Q',
                revote: { question: 'q', status: 'moved', before: MIDDLE, after: MIDDLE, meter: 'settled' },
                people: Array.from({ length: 8 }, (_, place) => ({ before: 1 + (place % 3), after: 4 })),
              },
            ],
          },
          { ...FROM, mode: 'named' },
        ] as const,
      ]),
];

describe('DT11 every sentence of details', () => {
  it('has its words and its figures, whatever is shown', () => {
    fc.assert(
      fc.property(basis, source, (of, from) => {
        const sentences = everything(detailsOf(of, from)).map(say);
        expect(
          sentences.filter((words) => /NaN|undefined|Infinity|∞|null|\{\{|\[object|details:|-0(?![.\d])/.test(words)),
        ).toEqual([]);
        expect(sentences.filter((words) => words.trim() === '' || /\d\.\d{3}/.test(words))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(missing).toEqual([]);
  });

  it('is in the catalogue because something says it', () => {
    const sampled = fc.sample(fc.tuple(basis, source), { numRuns: 500, seed: 20_261_112 });
    for (const [of, from] of [...sampled, ...SELDOM]) everything(detailsOf(of, from)).forEach(say);
    const { caption, columns, rows } = neededTable();
    for (const words of [caption, ...columns.map(({ label }) => label), ...rows.flat()]) {
      if (typeof words === 'object') say(words);
    }
    const stems = Object.keys(details).map((key) => key.replace(/_(one|other)$/, ''));
    const ofTheView = (key: string) => key === 'title' || key === 'interval' || /^(part|needed|reason)\./.test(key);
    expect(stems.filter((key) => !spokenKeys.has(`details:${key}`) && !ofTheView(key))).toEqual([]);
  });
});

/** A question that `each` x 7 people answered, most of them in the middle. */
function answered(id: string, each: number): QuestionResult {
  const distribution = [0, 0, 1, 5, 1, 0, 0].map((times, step) => ({
    from: 1 + step,
    to: 1 + step,
    count: times * each,
  }));
  return {
    question: id,
    dimension: 'a',
    text: `Text of ${id}`,
    low: 1,
    high: 7,
    result: {
      status: 'shown',
      grain: 'fine',
      level: 4,
      favour: 0.5,
      band: 'aligned',
      together: 0.9,
      shape: 'lukewarm',
      distribution,
    },
  };
}
