import type { AllocationFigure } from '../../figures/allocation.ts';
import { deckWords, type DeckMessage } from '../../figures/deck-words.ts';
import { percent } from '../../figures/figure.ts';
import { message } from '../../figures/message.ts';
import type { OptionRow } from '../../figures/option-rows.ts';
import type { OrderFigure } from '../../figures/order.ts';
import type { StrengthsFigure } from '../../figures/strengths.ts';
import type { ChartContent, Exhibit, ValueAxis } from '../exhibit.ts';
import { exhibitOf, heldBecauseFew, nothingExhibit, type Telling } from './frame.ts';

type OptionsFigure = OrderFigure | AllocationFigure | StrengthsFigure;

/** What is drawn of the options of one question. */
interface Drawn {
  readonly question: string;
  readonly values: readonly number[];
  readonly name: DeckMessage;
  readonly axis: Pick<ValueAxis, 'low' | 'high' | 'step' | 'format'> & { readonly title: DeckMessage };
  /** Whether its words are rounded further than the number is shown. */
  readonly labels: 'value' | 'words';
  readonly talk: DeckMessage;
}

/** Options of one question as bars: their points, their mean places, or how likely each is to be preferred. */
export function optionsExhibit(telling: Telling, figure: OptionsFigure): Exhibit {
  const { say } = telling;
  const { rows } = figure.marks;
  const drawn = drawnOf(figure);
  const key = { figure: figure.kind, of: drawn.question } as const;
  const subject = figure.subject ?? '';
  if (rows.length === 0) return nothingExhibit(telling, heldBecauseFew(telling, figure.title), { key, subject });
  const { low, high, step, format, title } = drawn.axis;
  const chart: ChartContent = {
    form: 'bars',
    categories: rows.map((row) => nameOf(telling, row)),
    series: [
      {
        id: 'options',
        name: say(drawn.name),
        values: drawn.values,
        tone: 'quiet',
        tones: rows.map((_, place) => (drawn.values[place] === drawn.values[0] ? 'accent' : 'quiet')),
        mark: 'bar',
        labels: drawn.labels === 'value' ? 'value' : rows.map(({ value }) => say(value)),
      },
    ],
    axis: { low, high, step, format, ends: null, title: say(title), numbers: true },
    legend: false,
  };
  return exhibitOf(telling, figure, { key, subject, body: { form: 'chart', chart }, talk: drawn.talk });
}

function nameOf({ say }: Telling, { text, place }: OptionRow): string {
  return place === null ? text : say(deckWords('label.place', { place, name: text }));
}

function drawnOf(figure: OptionsFigure): Drawn {
  const { basis } = figure;
  switch (basis.of) {
    case 'ranking': {
      const { question, result } = basis.ranking;
      const order = result.status === 'shown' ? result.order : [];
      return {
        question,
        values: order.map(({ meanRank }) => meanRank),
        name: message('column.mean-place'),
        axis: { low: 0, high: Math.max(1, order.length), step: 1, format: '0.0#', title: deckWords('axis.mean-place') },
        labels: 'value',
        talk: deckWords('talk.order'),
      };
    }
    case 'allocation': {
      const { question, result } = basis.allocation;
      const means = result.status === 'shown' ? result.options.map(({ mean }) => mean) : [];
      return {
        question,
        values: means.map(roundedPoints),
        name: message('column.mean-points'),
        axis: {
          low: 0,
          high: roundUp(Math.max(1, ...means)),
          step: null,
          format: '0',
          title: message('column.mean-points'),
        },
        labels: 'words',
        talk: deckWords('talk.allocation'),
      };
    }
    case 'pairwise': {
      const { question, result } = basis.pairwise;
      const order = result.status === 'shown' ? result.order : [];
      return {
        question,
        values: order.map(({ strength }) => percent(strength)),
        name: message('column.preferred'),
        axis: { low: 0, high: 100, step: 25, format: '0', title: message('column.preferred') },
        labels: 'words',
        talk: deckWords('talk.strengths'),
      };
    }
    default:
      return {
        question: '',
        values: [],
        name: message('not-shown'),
        axis: NOTHING,
        labels: 'words',
        talk: deckWords('talk.held'),
      };
  }
}

const NOTHING = { low: 0, high: 1, step: null, format: '0', title: message('not-shown') } as const;

/** As the label prints it. */
function roundedPoints(points: number): number {
  return Math.round(points * 10) / 10;
}

/** The next ten above, so that the longest bar leaves room for its label. */
function roundUp(points: number): number {
  return Math.ceil((points + 1) / 10) * 10;
}
