import { deckWords, type DeckMessage } from '../../figures/deck-words.ts';
import type { LikertFigure, LikertRow } from '../../figures/likert.ts';
import { message } from '../../figures/message.ts';
import { shapeQuestion } from '../../figures/shape-words.ts';
import type { ChartContent, ChartSeries, Exhibit, Tone } from '../exhibit.ts';
import type { Say } from './content.ts';
import {
  categoryOf,
  exhibitOf,
  heldBecauseFew,
  inHundredths,
  nothingExhibit,
  togetherAxis,
  type Telling,
} from './frame.ts';

/** Questions as bars to both sides of the middle, or as far as only bands are shown, from far apart to together. */
export function likertExhibit(
  telling: Telling,
  figure: LikertFigure,
  about: { readonly of: string | null; readonly subject: DeckMessage },
): Exhibit {
  const { of, subject } = about;
  const key = { figure: 'likert', of } as const;
  const { rows, as } = figure.marks;
  if (rows.every(({ sides, together }) => sides === null && together === null)) {
    return nothingExhibit(telling, heldBecauseFew(telling, deckWords('likert.title.held')), { key, subject });
  }
  const chart = as === 'sides' ? sidesChart(telling.say, figure) : bandsChart(telling.say, rows);
  return exhibitOf(telling, figure, { key, subject, body: { form: 'chart', chart }, talk: talkOf(figure, of) });
}

/** The middle of every row stands on one line: half of its middle lies on each side of it. */
function sidesChart(say: Say, { marks }: LikertFigure): ChartContent {
  const { rows, names } = marks;
  const left = Math.max(...rows.map(({ sides }) => (sides === null ? 0 : sides.low + sides.middle / 2)));
  const right = Math.max(...rows.map(({ sides }) => (sides === null ? 0 : sides.high + sides.middle / 2)));
  const series = (['low', 'middle', 'high'] as const).map((side): ChartSeries => ({
    id: side,
    name: say(names[side]),
    values: rows.map(({ sides }) => sides?.[side] ?? null),
    tone: side satisfies Tone,
    mark: 'bar',
    // A bar of no length has nothing to write on.
    labels: rows.map(({ sides }) => (sides === null || sides[side] === 0 ? null : String(sides[side]))),
  }));
  return {
    form: 'stacked-bars',
    categories: rows.map(({ text, sides, word }) => categoryOf(say, text, sides === null ? word : null)),
    series: [
      unseen(
        'offset',
        rows.map(({ sides }) => sides && left - sides.low - sides.middle / 2),
      ),
      ...series,
      // LibreOffice counts what is left out of the legend of bars from the last series: it takes the same away from both ends.
      unseen(
        'offset-end',
        rows.map(({ sides }) => sides && 0),
      ),
    ],
    axis: { low: 0, high: left + right, step: null, ends: null, title: null, numbers: false, format: '0' },
    legend: true,
  };
}

function unseen(id: string, values: ChartSeries['values']): ChartSeries {
  return { id, name: '\u00A0', values, tone: 'quiet', mark: 'offset', labels: 'none' };
}

function bandsChart(say: Say, rows: readonly LikertRow[]): ChartContent {
  return {
    form: 'bars',
    categories: rows.map(({ text, together, word }) => categoryOf(say, text, together === null ? word : null)),
    series: [
      {
        id: 'together',
        name: say(message('column.together')),
        values: rows.map(({ together }) => inHundredths(together)),
        tone: 'accent',
        mark: 'bar',
        labels: rows.map(({ together, word }) => (together === null ? null : say(word))),
      },
    ],
    axis: togetherAxis(say),
    legend: false,
  };
}

function talkOf({ basis }: LikertFigure, of: string | null): DeckMessage {
  if (of === 'holds') return deckWords('talk.holds');
  const first = basis.questions.find(({ result }) => result.status === 'shown');
  const shape = first?.result.status === 'shown' ? first.result.shape : 'spread';
  return deckWords('talk.likert', { ask: shapeQuestion(shape) });
}
