import { deckWords, type DeckMessage } from '../../figures/deck-words.ts';
import { percent } from '../../figures/figure.ts';
import type { TrendColumn, TrendFigure, TrendSeries } from '../../figures/trend.ts';
import type { ChartContent, Exhibit, ExhibitKey, Tone } from '../exhibit.ts';
import type { Say } from './content.ts';
import { exhibitOf, nothingExhibit, togetherAxis, type Telling } from './frame.ts';

const LINES = ['line-1', 'line-2', 'line-3', 'line-4', 'line-5'] as const satisfies readonly Tone[];

/** The trend as lines that break where they may not be read on, each break named on the axis. */
export function trendExhibit(telling: Telling, figure: TrendFigure): Exhibit {
  const key: ExhibitKey = { figure: 'trend', of: null };
  const subject = deckWords('about.trend');
  const { columns, series } = figure.marks;
  if (columns.length < 2 || series.length === 0) {
    const nothing = { title: figure.title, why: deckWords('none.trend.why'), next: deckWords('none.trend.do') };
    return nothingExhibit(telling, nothing, { key, subject });
  }
  return exhibitOf(telling, figure, {
    key,
    subject,
    body: { form: 'chart', chart: chartOf(telling.say, figure) },
    talk: deckWords('talk.trend'),
  });
}

function chartOf(say: Say, { marks, basis }: TrendFigure): ChartContent {
  const waves = basis.of === 'trend' ? basis.waves : [];
  const named = (column: TrendColumn, wave: number): readonly string[] => {
    const own = `${say(column.date)}\n${say(column.answered)}`;
    const broken = waves[wave];
    return column.breakMark === null || broken === undefined ? [own] : [say(breakWord(broken)), own];
  };
  const valuesOf = ({ points }: TrendSeries): readonly (number | null)[] =>
    points.flatMap((point, wave) => {
      const own = point === null ? null : percent(point.together);
      // Nothing at the break itself, so that no line leads across it.
      return (marks.columns[wave]?.breakMark ?? null) === null ? [own] : [null, own];
    });
  return {
    form: 'lines',
    categories: marks.columns.flatMap(named),
    series: marks.series.map((line, place) => ({
      id: line.id,
      name: line.title,
      values: valuesOf(line),
      tone: line.focus ? 'accent' : (LINES[place] ?? 'quiet'),
      mark: 'line',
      labels: 'none',
    })),
    axis: togetherAxis(say),
    legend: true,
  };
}

function breakWord(wave: { readonly instrumentChanged: boolean; readonly membersChanged: boolean }): DeckMessage {
  const cause = wave.instrumentChanged ? (wave.membersChanged ? 'both' : 'instrument') : 'members';
  return deckWords(`trend.break.${cause}`);
}
