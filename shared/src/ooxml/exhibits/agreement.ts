import { stepWord, type AgreementFigure, type AgreementPicture } from '../../figures/agreement.ts';
import { deckWords, type DeckMessage } from '../../figures/deck-words.ts';
import { percent } from '../../figures/figure.ts';
import { message } from '../../figures/message.ts';
import { shapeQuestion } from '../../figures/shape-words.ts';
import type { ChartContent, Exhibit } from '../exhibit.ts';
import type { Say } from './content.ts';
import { exhibitOf, heldBecauseFew, nothingExhibit, togetherAxis, type Telling } from './frame.ts';

/** One question: a column for each shown run of answers, or how close they are. */
export function agreementExhibit(telling: Telling, figure: AgreementFigure, question: string): Exhibit {
  const key = { figure: 'agreement', of: question } as const;
  const subject = figure.subject ?? '';
  const { picture } = figure.marks;
  const shown = figure.basis.of === 'question' ? figure.basis.question.result : null;
  if (shown?.status !== 'shown') {
    const nothing = heldBecauseFew(telling, deckWords('held.question.title'));
    return nothingExhibit(telling, nothing, { key, subject });
  }
  const talk = deckWords('talk.agreement', { ask: shapeQuestion(shown.shape) });
  const body =
    picture.status === 'none'
      ? ({ form: 'text', paragraphs: [{ lead: null, text: telling.say(picture.note) }] } as const)
      : ({ form: 'chart', chart: chartOf(telling.say, figure.marks, picture) } as const);
  return exhibitOf(telling, figure, { key, subject, body, talk });
}

function chartOf(
  say: Say,
  { low, high, ends }: AgreementFigure['marks'],
  picture: Exclude<AgreementPicture, { status: 'none' }>,
): ChartContent {
  if (picture.status === 'band') {
    const together = percent(picture.step.place / (picture.step.steps - 1));
    return {
      form: 'bars',
      categories: [say(deckWords('series.agreement'))],
      series: [
        {
          id: 'together',
          name: say(message('column.together')),
          values: [together],
          tone: 'accent',
          mark: 'bar',
          labels: [say(stepWord(picture.step))],
        },
      ],
      axis: togetherAxis(say),
      legend: false,
    };
  }
  const { bins } = picture;
  const middle = (low + high) / 2;
  return {
    form: 'columns',
    categories: bins.map(({ from, to }) => say(binWord(from, to))),
    series: [
      {
        id: 'people',
        name: say(deckWords('series.people')),
        values: bins.map(({ count }) => count),
        tone: 'middle',
        tones: bins.map(({ from, to }) => (to < middle ? 'low' : from > middle ? 'high' : 'middle')),
        mark: 'bar',
        labels: 'value',
      },
    ],
    axis: {
      low: 0,
      high: Math.max(...bins.map(({ count }) => count)),
      step: null,
      ends: ends && { low: say(ends.low), high: say(ends.high) },
      title: null,
      numbers: false,
      format: '0',
    },
    legend: false,
  };
}

function binWord(from: number, to: number): DeckMessage {
  return from === to ? deckWords('label.one', { from }) : deckWords('label.bin', { from, to });
}
