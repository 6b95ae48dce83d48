import { startOfDay } from '../kernel/instant.ts';
import { deckWords, type DeckKey, type DeckMessage } from './deck-words.ts';
import type { Cell, FigureFrame, FigureSource } from './figure.ts';
import { message, sentences } from './message.ts';

/** What somebody took on, as far as the reader is shown it. */
export interface ShownCommitment {
  readonly sentence: string;
  readonly owner: string;
  /** The day it is due, `YYYY-MM-DD`. */
  readonly due: string;
  /** `null` where nothing is known of it yet. */
  readonly status: 'open' | 'on-track' | 'at-risk' | 'done' | 'dropped' | null;
  /** What stops or waits for it; `null` where nothing was named, or that is not told. */
  readonly displaces: string | null;
  /** The question that it should move; `null` where there is none, or the reader is not shown questions. */
  readonly question: string | null;
  /** What that question did since; `null` where that is not known. */
  readonly moved: 'closer' | 'settled' | 'further-apart' | null;
}

/** Whose commitments they are: those of the meeting itself, or of the time before it. */
export type CommitmentsOf = 'meeting' | 'last-time';

/** Who does what by when, how it goes, and whether the question moved that it should move. */
export interface CommitmentsFigure extends FigureFrame<
  DeckKey,
  { readonly of: 'commitments'; readonly commitments: readonly ShownCommitment[] }
> {
  readonly kind: 'commitments';
  /** Which columns there is something to say in. */
  readonly marks: { readonly columns: readonly CommitmentColumn[] };
}

export type CommitmentColumn = 'sentence' | 'owner' | 'due' | 'status' | 'displaces' | 'question' | 'moved';

/** The table of commitments; a column that would say nothing of any is left out. */
export function commitmentsFigure(from: {
  readonly source: FigureSource;
  readonly of: CommitmentsOf;
  readonly commitments: readonly ShownCommitment[];
}): CommitmentsFigure {
  const { commitments } = from;
  const columns = COLUMNS.filter(
    (column) =>
      column === 'sentence' ||
      column === 'owner' ||
      column === 'due' ||
      commitments.some((one) => one[column] !== null),
  );
  const title = titleOf(commitments, from.of);
  return {
    kind: 'commitments',
    title,
    altText: deckWords('commitments.alt', { title, rows: sentences(commitments.map(rowSentence)) }),
    table: {
      caption: null,
      columns: columns.map((column) => ({ label: deckWords(`commitments.column.${column}`), align: 'start' })),
      rows: commitments.map((one) => columns.map((column) => cellOf(one, column))),
    },
    source: from.source,
    basis: { of: 'commitments', commitments },
    subject: null,
    notes: columns.includes('moved') ? [deckWords('commitments.note.moved')] : [],
    marks: { columns },
  };
}

const COLUMNS: readonly CommitmentColumn[] = ['sentence', 'owner', 'due', 'status', 'displaces', 'question', 'moved'];

function cellOf(one: ShownCommitment, column: CommitmentColumn): Cell<DeckKey> {
  switch (column) {
    case 'sentence':
    case 'owner':
    case 'displaces':
    case 'question':
      return one[column];
    case 'due':
      return dayWord(one.due);
    case 'status':
      return one.status && deckWords(`commitments.status.${one.status}`);
    case 'moved':
      return one.moved && message(`moved.${one.moved}`);
  }
}

function dayWord(day: string): DeckMessage {
  return deckWords('day', { date: startOfDay(day) });
}

function rowSentence(one: ShownCommitment): DeckMessage {
  const { sentence, owner } = one;
  const said = { sentence, owner, due: dayWord(one.due) };
  if (one.status === null) return deckWords('commitments.alt.row', said);
  const status = deckWords(`commitments.status.${one.status}`);
  if (one.moved === null) return deckWords('commitments.alt.row-status', { ...said, status });
  return deckWords('commitments.alt.row-moved', { ...said, status, moved: message(`moved.${one.moved}`) });
}

function titleOf(commitments: readonly ShownCommitment[], of: CommitmentsOf): DeckMessage {
  const total = commitments.length;
  if (total === 0) return deckWords('commitments.title.none');
  const closer = commitments.filter(({ moved }) => moved === 'closer').length;
  if (closer > 0) return deckWords('commitments.title.moved', { count: closer, total });
  const done = commitments.filter(({ status }) => status === 'done').length;
  if (done === total) return deckWords('commitments.title.all-done', { count: total });
  if (done > 0) return deckWords('commitments.title.done', { count: done, total });
  const risk = commitments.filter(({ status }) => status === 'at-risk').length;
  if (risk > 0) return deckWords('commitments.title.at-risk', { count: risk, total });
  return deckWords(of === 'meeting' ? 'commitments.title.made' : 'commitments.title.open', { count: total });
}
