import { deckWords } from '../../figures/deck-words.ts';
import { message } from '../../figures/message.ts';
import type { PerceptionFigure } from '../../figures/perception.ts';
import type { ChartContent, Exhibit } from '../exhibit.ts';
import type { Say } from './content.ts';
import { categoryOf, exhibitOf, heldBecauseFew, nothingExhibit, type Telling } from './frame.ts';

/** Guess and answer as two bars a question, the widest gap first; `of` tells the scale where there are several. */
export function perceptionExhibit(telling: Telling, figure: PerceptionFigure, of: string | null): Exhibit {
  const key = { figure: 'perception', of } as const;
  const subject = deckWords('about.perception');
  if (figure.marks.rows.every(({ pair }) => pair === null)) {
    return nothingExhibit(telling, heldBecauseFew(telling, figure.title), { key, subject });
  }
  return exhibitOf(telling, figure, {
    key,
    subject,
    body: { form: 'chart', chart: chartOf(telling.say, figure) },
    talk: deckWords('talk.perception'),
  });
}

function chartOf(say: Say, { marks }: PerceptionFigure): ChartContent {
  const { low, high, ends, rows } = marks;
  return {
    form: 'bars',
    categories: rows.map(({ text, note }) => categoryOf(say, text, note)),
    series: [
      {
        id: 'guess',
        name: say(message('perception.key.guess')),
        values: rows.map(({ pair }) => pair?.guess ?? null),
        tone: 'second',
        mark: 'bar',
        labels: 'value',
      },
      {
        id: 'answer',
        name: say(message('perception.key.answer')),
        values: rows.map(({ pair }) => pair?.answer ?? null),
        tone: 'accent',
        mark: 'bar',
        labels: 'value',
      },
    ],
    axis: {
      low,
      high,
      step: 1,
      ends: ends && { low: say(ends.low), high: say(ends.high) },
      title: null,
      // The bars have theirs.
      numbers: ends === null,
      format: '0.0#',
    },
    legend: true,
  };
}
