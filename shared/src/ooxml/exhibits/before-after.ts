import type { BeforeAfterFigure, BeforeAfterRow } from '../../figures/before-after.ts';
import { deckWords } from '../../figures/deck-words.ts';
import { percent } from '../../figures/figure.ts';
import { message } from '../../figures/message.ts';
import type { ChartContent, Exhibit, ExhibitKey } from '../exhibit.ts';
import type { Say } from './content.ts';
import { categoryOf, exhibitOf, heldBecauseFew, nothingExhibit, togetherAxis, type Telling } from './frame.ts';

/**
 * The talks as two bars a question, before and after. A range from one to the other would vanish where nothing moved,
 * which is as much of a finding as a move.
 */
export function beforeAfterExhibit(telling: Telling, figure: BeforeAfterFigure): Exhibit {
  const key: ExhibitKey = { figure: 'before-after', of: null };
  const subject = deckWords('about.before-after');
  const { rows } = figure.marks;
  const held = figure.basis.of === 'revotes' && figure.basis.questions.every(({ revote }) => revote.status === 'held');
  if (held) return nothingExhibit(telling, heldBecauseFew(telling, figure.title), { key, subject });
  const talk = deckWords('talk.before-after');
  const body = rows.some(({ change }) => change.status === 'shown')
    ? ({ form: 'chart', chart: chartOf(telling.say, rows) } as const)
    : ({ form: 'text', paragraphs: rows.map((row) => paragraphOf(telling.say, row)) } as const);
  return exhibitOf(telling, figure, { key, subject, body, talk });
}

function chartOf(say: Say, rows: readonly BeforeAfterRow[]): ChartContent {
  const place = (row: BeforeAfterRow, time: 'before' | 'after') =>
    row.change.status === 'shown' ? percent(row.change[time]) : null;
  return {
    form: 'bars',
    categories: rows.map(({ text, change }) => categoryOf(say, text, change.status === 'none' ? change.note : null)),
    series: [
      {
        id: 'before',
        name: say(message('before-after.key.before')),
        values: rows.map((row) => place(row, 'before')),
        tone: 'second',
        mark: 'bar',
        labels: 'value',
      },
      {
        id: 'after',
        name: say(message('before-after.key.after')),
        values: rows.map((row) => place(row, 'after')),
        tone: 'accent',
        mark: 'bar',
        labels: rows.map((row) =>
          row.change.status === 'shown'
            ? say(deckWords('label.moved', { place: percent(row.change.after), moved: row.change.moved }))
            : null,
        ),
      },
    ],
    axis: togetherAxis(say),
    legend: true,
  };
}

function paragraphOf(say: Say, { text, change }: BeforeAfterRow) {
  return { lead: text, text: change.status === 'none' ? say(change.note) : say(change.moved) };
}
