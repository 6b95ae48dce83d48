import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SheetOptions } from '@plumbline/infra/measures/arguments';
import { printReport } from '@plumbline/infra/measures/sheet/print-report';
import type { Cell, Report } from '@plumbline/infra/measures/sheet/report';
import { reportOn } from '@plumbline/infra/measures/sheet/sheet-report';

// Every figure below was computed with R 4.2.2, multilevel 2.7, psych 2.2.9 and vegan 2.6.4 from the same csv: `x` is the
// matrix of the items, `cc` its complete lines, `g` one group, `team` the column of teams.

const SHEET = `rater,team,direction,roles,pace,trust,focus
Anna,north,6,5,2,7,4
Bo,north,5,5,3,6,4
Cy,north,6,4,2,6,5
Dora,north,7,6,1,6,
Eli,south,2,5,6,7,3
Fay,south,3,4,5,5,4
Gus,south,2,6,7,6,2
Hal,south,1,5,6,can't say,3
Ida,south,4,5,4,6,3
`;
/** Other lines and columns in another order. */
const BEFORE = `rater;roles;pace;trust;focus;direction
Ida;4;4;5;2;3
Hal;4;5;6;3;2
Gus;5;6;5;2;2
Fay;4;5;4;3;3
Eli;4;5;6;3;3
Dora;5;2;6;4;5
Cy;4;2;5;4;5
Bo;4;3;6;3;5
Anna;5;2;6;3;5
`;
const RANKS = `;costs;growth;people;product
Anna;1;2;3;4
Bo;1;3;2;4
Cy;2;1;3;4
Dora;1;2;4;3
Eli;4;1;2;3
`;
const POINTS = 'costs\tgrowth\tpeople\n60\t30\t10\n50\t25\t25\n20\t70\t10\n33,5\t33,5\t33\n';
const WINS = ',a,b,c\na,,5,6\nb,2,,4\nc,1,3,\n';

const OPTIONS: SheetOptions = {
  as: 'ratings',
  low: undefined,
  high: undefined,
  groups: undefined,
  before: undefined,
  header: undefined,
  names: undefined,
};

const bytes = (text: string) => new TextEncoder().encode(text);

function reportOf(text: string, options: Partial<SheetOptions>, before?: string): Report {
  const report = reportOn({
    file: { name: 'sheet.csv', bytes: bytes(text) },
    before: before === undefined ? undefined : { name: 'before.csv', bytes: bytes(before) },
    options: { ...OPTIONS, ...options },
  });
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return report.value;
}

/** The figures of a section: of a listing by key, of a grid by line and key. */
function figures(report: Report, title: string): Readonly<Record<string, Cell['value']>> {
  const section = report.sections.find((candidate) => candidate.title.startsWith(title));
  if (section === undefined) throw new Error(`no section ${title}`);
  if (section.kind === 'listing')
    return Object.fromEntries(section.lines.map(({ head, cell }) => [head.key, cell.value]));
  return Object.fromEntries(
    section.lines.flatMap(({ label, cells }) =>
      section.heads.map(({ key }, column) => [`${label} ${key}`, cells[column]?.value ?? null]),
    ),
  );
}

function expectFigures(found: ReturnType<typeof figures>, fromR: Readonly<Record<string, number | null>>): void {
  for (const [key, value] of Object.entries(fromR)) {
    if (value === null) expect([key, found[key]]).toEqual([key, null]);
    else expect([key, Math.abs(Number(found[key]) - value) < 1e-9 * Math.max(1, Math.abs(value))]).toEqual([key, true]);
  }
}

describe('MS1 a sheet of ratings gives what R gives', () => {
  const report = reportOf(SHEET, { low: 1, high: 7, groups: 'team' }, BEFORE);

  it('for the answers: mean, sd, median', () => {
    expect(figures(report, 'Answers')).toMatchObject({
      'direction n': 9,
      'direction missing': 0,
      'direction mean': 4,
      'direction median': 4,
      'trust n': 8,
      'trust missing': 1,
      'trust mean': 6.125,
      'trust median': 6,
      'focus median': 3.5,
    });
    expectFigures(figures(report, 'Answers'), {
      'direction sd': 2.12132034355964,
      'roles sd': 0.707106781186548,
      'trust sd': 0.640869944461656,
      'focus sd': 0.925820099772551,
    });
  });

  it('for agreement on an item: multilevel::rwg(v, g, 4) before it is cut off, ad.m, awg(v, g, range = c(1, 7))', () => {
    expectFigures(figures(report, 'r_wg by'), {
      'direction uniform': -0.125,
      'roles uniform': 0.875,
      'trust uniform': 0.897321428571429,
      'focus uniform': 0.785714285714286,
    });
    expectFigures(figures(report, 'Other indices'), {
      'direction ad_mean': 1.77777777777778,
      'direction ad_median': 1.77777777777778,
      'direction awg': 0.111111111111111,
      'trust ad_mean': 0.4375,
      'trust ad_median': 0.375,
      'trust awg': 0.839721254355401,
      'focus awg': 0.828571428571429,
    });
  });

  it('for the whole: rwg.j(cc, g, 4), rwg.j.lindell(cc, g, 4), ad.m(cc, g)', () => {
    expectFigures(figures(report, 'Agreement on'), {
      n: 7,
      rwg_j_truncated: 0.866228070175439,
      rwg_star_j: 0.564285714285714,
      ad_mean: 0.955102040816327,
      ad_median: 0.914285714285714,
    });
  });

  it('for reliability: psych::ICC(t(cc), lmer = FALSE)', () => {
    const found = figures(report, 'Reliability');
    expectFigures(found, {
      icc_1_1: 0.305126118795769,
      icc_2_1: 0.289320388349515,
      icc_3_1: 0.249581239530989,
      icc_1_k: 0.754527162977867,
      icc_2_k: 0.740241305890703,
      icc_3_k: 0.699530516431925,
      F_icc1: 4.07377049180328,
      p_icc1: 0.00936996507239343,
    });
    const [[low, high], [lowTwo, highTwo]] = [found['icc_1_1_ci'], found['icc_2_1_ci']] as [number[], number[]];
    expectFigures(
      { low: low ?? null, high: high ?? null, lowTwo: lowTwo ?? null, highTwo: highTwo ?? null },
      { low: 0.0349481963792794, high: 0.827029328247892, lowTwo: -0.00170772980947382, highTwo: 0.826814756162251 },
    );
  });

  it('for the orders: vegan::kendall.global(t(cc)), friedman.test(cc), mean of cor(t(cc))', () => {
    expectFigures(figures(report, 'Concordance'), {
      raters: 7,
      W: 0.417830290010741,
      F: 4.30627306273063,
      p_F: 0.0111651675845202,
      chisq: 11.6992481203008,
      p_chisq: 0.0197336438328323,
      mean_spearman: 0.318169854736906,
      mean_tau_b: 0.261047959602339,
    });
  });

  it('for teams: rwg(x[, 1], team, 4), and of aov(v ~ as.factor(team)) ICC1, ICC2, F, p', () => {
    expectFigures(figures(report, 'r_wg of each team'), {
      'north direction': 0.833333333333333,
      'south direction': 0.675,
    });
    expectFigures(figures(report, 'Do the teams differ'), {
      'direction icc1': 0.857142857142857,
      'direction icc2': 0.964285714285714,
      'direction F': 28,
      'direction p': 0.00113378310335965,
      'roles icc1': -0.285714285714286,
      // R says -Inf: the teams' means are equal, and the figure is a division by 0.
      'roles icc2': null,
      'roles F': 0,
      'focus icc1': 0.619047619047619,
      'focus p': 0.0337977875000909,
    });
  });

  it('for change: every sign of after - before by expand.grid, p.adjust', () => {
    expectFigures(figures(report, 'Change of the items'), {
      'direction n_pairs': 9,
      'direction mean_difference': 1 / 3,
      'direction p_exact': 0.53125,
      'direction bh': 0.625,
      'direction holm': 1,
      'roles p_exact': 0.03125,
      'roles bh': 0.078125,
      'roles holm': 0.15625,
      'pace p_exact': 0.625,
      'trust n_pairs': 8,
      'trust p_exact': 0.03125,
      'focus p_exact': 0.0625,
      'focus bh': 0.104166666666667,
      'focus holm': 0.1875,
    });
  });

  it('for change of people that nobody can pair: every combn(before and after, n)', () => {
    const expected = {
      'direction mean_difference': 1 / 3,
      'direction p': 0.789757301522,
      'roles p': 0.0793911970383,
      'trust mean_difference': 0.680555555555556,
      'trust p': 0.103167420814,
      'focus p': 0.258700123406,
    };
    expectFigures(figures(report, 'Change of the items, as if'), expected);
    const strangers = reportOf(SHEET, { low: 1, high: 7, groups: 'team' }, BEFORE.replace('\nIda;', '\nIdalou;'));
    expectFigures(figures(strangers, 'Change of the items, as if'), expected);
    expect(figures(strangers, 'Change of the items')).toMatchObject({ 'direction n_pairs': 8 });
  });

  it('names the two sides that it finds', () => {
    expect(figures(report, 'The best split')).toMatchObject({
      side_1: 'Anna, Bo, Cy, Dora',
      side_2: 'Eli, Fay, Gus, Hal, Ida',
      optimal_splits: 1,
    });
  });

  it('says how it read the file', () => {
    expect(reportOf(SHEET, { groups: '2' }).notes).toEqual([
      'cells are separated by commas',
      'the first line holds the names of the items',
      'the first column holds names',
      'the scale goes from 1 to 7, as the answers do: give --low and --high if nobody used its ends',
    ]);
  });
});

describe('MS1 other sheets give what R gives', () => {
  it('ranks: vegan::kendall.global(t(r)), friedman.test(r), mean of cor(t(r))', () => {
    const report = reportOf(RANKS, { as: 'ranking' });
    expectFigures(figures(report, 'Concordance'), {
      W: 0.456,
      F: 3.35294117647059,
      p_F: 0.0664053720545711,
      chisq: 6.84,
      p_chisq: 0.0771761944571737,
      mean_spearman: 0.32,
    });
    expect(figures(report, 'The collective order')).toMatchObject({
      condorcet_winner: 'costs',
      schulze_ranking: 'costs > growth > people > product',
    });
  });

  it('points: 1 - vegan::vegdist(p, "bray"), colMeans(p), sd', () => {
    const report = reportOf(POINTS, { as: 'allocation' });
    expectFigures(figures(report, 'Points in common'), { raters: 4, mean_overlap: 0.700833333333333 });
    expectFigures(figures(report, 'Shares of 100 points'), {
      'costs mean_share': 0.40875,
      'growth mean_share': 0.39625,
      'people mean_share': 0.195,
      'costs sd_share': 0.176935722792205,
      'people sd_share': 0.114455231422596,
    });
  });

  it('preferences: glm(cbind(c(5, 6, 4), c(2, 1, 3)) ~ 0 + rbind(c(-1, 0), c(0, -1), c(1, -1)), binomial)', () => {
    const report = reportOf(WINS, { as: 'pairwise' });
    expectFigures(figures(report, 'Strength'), {
      'a log_ability': 0,
      'b log_ability': -1.09604482738156,
      'c log_ability': -1.52934376797006,
      'b se': 0.716253118780291,
      'c se': 0.753751225882686,
      'a worth_sum1': 0.644800175210591,
      'b worth_sum1': 0.215485933911132,
    });
    expectFigures(figures(report, 'Fit'), { log_likelihood: -11.910964586482 });
  });
});

/** What no reason may be: a bare kind, a schema's complaint, a broken computation. */
const NO_REASON = /broke down|expected|_|\/|no measure|not defined for/i;

function reasonsIn(report: Report): readonly string[] {
  const cells = report.sections.flatMap((section) =>
    section.lines.flatMap((line) => ('cell' in line ? [line.cell] : line.cells)),
  );
  return cells.flatMap((cell) => ('reason' in cell ? [cell.reason.replace('0 / 0', '')] : []));
}

describe('MS2 a figure that a sheet cannot give', () => {
  it('says why, in words', () => {
    const text = printReport(reportOf('a,b\n4,4\n4,4\n', { low: 1, high: 5 }));
    expect(text).toMatch(
      /alpha, interval +- {2}none, because all answers are the same, which makes it 0 \/ 0 {2}irr::kripp/,
    );
    expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
  });

  it.each<[SheetOptions['as'], string]>([
    ['ratings', 'a\n3\n'],
    ['ratings', 'a,b\n1,\n,5\n'],
    ['ranking', 'a,b\n1,1\n'],
    ['ranking', 'a,b\n1,2\n3,1\n'],
    ['ranking', 'a,b,c\n1,2,\n,,1\n,,\n'],
    ['allocation', 'a,b\n100,0\n'],
    ['allocation', 'a\n7\n7\n'],
    ['pairwise', 'a,b\n,3\n0,\n'],
    ['pairwise', 'a,b\n0,0\n0,0\n'],
  ])('is a sentence for %s of %j', (as, text) => {
    const reasons = reasonsIn(reportOf(text, { as }));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => NO_REASON.test(reason))).toEqual([]);
  });

  it('is a sentence for any small sheet', () => {
    const cell = fc.option(fc.integer({ min: 1, max: 5 }), { nil: '', freq: 4 });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((items) =>
        fc.array(fc.array(cell, { minLength: items, maxLength: items }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom('ratings', 'ranking'), (rows, as) => {
        const lines = rows.map((row, rater) => [`p${rater}`, ...row, `t${rater % 2}`].join(','));
        const heads = ['who', ...(rows[0] ?? []).map((_, item) => `q${item}`), 'team'].join(',');
        const text = [heads, ...lines].join('\n');
        const report = reportOf(text, { as, low: 1, high: 5, groups: 'team' }, as === 'ratings' ? text : undefined);
        expect(reasonsIn(report).filter((reason) => NO_REASON.test(reason))).toEqual([]);
        expect(printReport(report)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a sheet as text', () => {
  it('is aligned, with its sources', () => {
    expect(printReport(reportOf(POINTS, { as: 'allocation' })).split('\n')).toEqual([
      'sheet.csv: 4 raters, 3 items',
      '- cells are separated by tabs',
      '- the first line holds the names of the items',
      '- every column holds answers',
      '',
      'Shares of 100 points',
      '--------------------',
      '          mean share  SD of shares',
      '  costs       0.4088        0.1769',
      '  growth      0.3962        0.2055',
      '  people      0.1950        0.1145',
      '  mean share:    colMeans(x) / total',
      '  SD of shares:  stats::sd(x / total)',
      '',
      'Points in common',
      '----------------',
      '  raters                                                           4',
      '  mean overlap of two raters                                  0.7008  mean of 1 - vegan::vegdist(x, "bray")  [1]',
      '  overlap if each shuffled the items                          0.6889',
      '  overlap above chance: 1 - Do / De                           0.0384',
      '  95% jackknife interval of mean overlap, not cut off  0.3624 1.0392  [2]',
      '  its standard error                                          0.1063  [2]',
      '',
      'Distance of each rater to the mean allocation',
      '---------------------------------------------',
      '           distance',
      '  rater 1    0.1913',
      '  rater 2    0.1462',
      '  rater 3    0.3038',
      '  rater 4    0.1350',
      '  distance:  vegan::vegdist(rbind(x, colMeans(x)), "bray")',
      '',
      'Sources',
      '-------',
      '[1] Bray, J. R. & Curtis, J. T. (1957). Ecol Monogr 27, 325-349.',
      '[2] Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap, ch. 11. Chapman & Hall.',
      '',
      'Rounded here; --json has every digit.',
      '',
    ]);
  });
});
