import { type CommitmentColumn, type CommitmentsFigure, type CommitmentsOf } from '../../figures/commitments.ts';
import { deckWords } from '../../figures/deck-words.ts';
import type { Exhibit, TableContent } from '../exhibit.ts';
import type { Say } from './content.ts';
import { exhibitOf, nothingExhibit, type Telling } from './frame.ts';

/** Commitments as a table; of the meeting itself, or of last time. */
export function commitmentsExhibit(telling: Telling, figure: CommitmentsFigure, of: CommitmentsOf): Exhibit {
  const own = of === 'meeting';
  const key = { figure: 'commitments', of: own ? null : of } as const;
  const subject = deckWords(own ? 'about.commitments' : 'about.last-time');
  if (figure.basis.commitments.length === 0) {
    const nothing = {
      title: figure.title,
      why: deckWords('none.commitments.why'),
      next: deckWords('none.commitments.do'),
    };
    return nothingExhibit(telling, nothing, { key, subject });
  }
  return exhibitOf(telling, figure, {
    key,
    subject,
    body: { form: 'table', table: tableOf(telling.say, figure) },
    talk: deckWords(own ? 'talk.commitments' : 'talk.last-time'),
  });
}

/** How much of the width each column would like beside the others. */
const WIDTHS: Readonly<Record<CommitmentColumn, number>> = {
  ...{ sentence: 33, owner: 15, due: 15, status: 12, question: 27, moved: 12 },
};

function tableOf(say: Say, { marks, table }: CommitmentsFigure): TableContent {
  const whole = marks.columns.reduce((sum, column) => sum + WIDTHS[column], 0);
  return {
    columns: marks.columns.map((column, place) => {
      const head = table.columns[place];
      return { title: head ? say(head.label) : '', align: 'start', share: WIDTHS[column] / whole };
    }),
    rows: table.rows.map((cells) =>
      cells.map((cell, place) => ({
        text: cell === null ? '–' : typeof cell === 'object' ? say(cell) : String(cell),
        strong: place === 0,
      })),
    ),
  };
}
