import { type CommitmentColumn, type CommitmentsFigure, type CommitmentsOf } from '../../figures/commitments.ts';
import { deckWords } from '../../figures/deck-words.ts';
import type { Exhibit, TableContent } from '../exhibit.ts';
import { columnShares } from './column-shares.ts';
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
  ...{ sentence: 33, owner: 15, due: 15, status: 12, displaces: 22, question: 27, moved: 12 },
};

function tableOf(say: Say, { marks, table }: CommitmentsFigure): TableContent {
  const titles = marks.columns.map((_, place) => {
    const head = table.columns[place];
    return head ? say(head.label) : '';
  });
  const rows = table.rows.map((cells) =>
    cells.map((cell) => (cell === null ? '–' : typeof cell === 'object' ? say(cell) : String(cell))),
  );
  const shares = columnShares(
    marks.columns.map((column, place) => ({
      share: WIDTHS[column],
      texts: [titles[place] ?? '', ...rows.map((cells) => cells[place] ?? '')],
    })),
  );
  return {
    columns: titles.map((title, place) => ({ title, align: 'start', share: shares[place] ?? 0 })),
    rows: rows.map((cells) => cells.map((text, place) => ({ text, strong: place === 0 }))),
  };
}
