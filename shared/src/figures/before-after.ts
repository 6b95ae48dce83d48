import type { Mode } from '../domain/meeting/meeting.ts';
import type { RevoteResult } from '../domain/results/shown.ts';
import type { RevotedQuestion } from './basis.ts';
import { percent, type Cell, type FigureFrame, type FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import { heldWords } from './shape-words.ts';

export interface BeforeAfterRow {
  readonly id: string;
  readonly text: string;
  /** Places from far apart (0) to together (1), or why there are none. */
  readonly change:
    | { readonly status: 'shown'; readonly before: number; readonly after: number; readonly moved: Message }
    | { readonly status: 'none'; readonly note: Message };
}

/** Each talk as a line from before to after. */
export interface BeforeAfterFigure extends FigureFrame {
  readonly kind: 'before-after';
  readonly marks: { readonly rows: readonly BeforeAfterRow[] };
}

/** The dumbbell of one or several questions that were voted on again. */
export function beforeAfterFigure(from: {
  readonly source: FigureSource;
  readonly questions: readonly RevotedQuestion[];
}): BeforeAfterFigure {
  const { mode = 'anonymous' } = from.source;
  const rows = from.questions.map((question) => rowOf(question, mode));
  const title = beforeAfterTitle(from.questions.map(({ revote }) => revote));
  return {
    kind: 'before-after',
    title,
    altText: message('before-after.alt', { title, rows: sentences(rows.map(rowSentence)) }),
    table: {
      caption: message('table.together'),
      columns: [
        { label: message('column.question'), align: 'start' },
        { label: message('column.before'), align: 'end' },
        { label: message('column.after'), align: 'end' },
        { label: message('column.mean-before'), align: 'end' },
        { label: message('column.mean-after'), align: 'end' },
        { label: message('column.moved'), align: 'start' },
      ],
      rows: from.questions.map((question) => tableRow(question, mode)),
    },
    source: from.source,
    basis: { of: 'revotes', questions: from.questions },
    subject: null,
    notes: [],
    marks: { rows },
  };
}

/** Where a re-vote went, as places from far apart (0) to together (1), or the reason why that is not shown. */
export function changeOf(revote: RevoteResult, mode: Mode): BeforeAfterRow['change'] {
  if (revote.status === 'held') return { status: 'none', note: heldWords(revote) };
  if (revote.status === 'unchanged') {
    return {
      status: 'none',
      note: message(mode === 'named' ? 'before-after.unchanged-named' : 'before-after.unchanged'),
    };
  }
  const { before, after, meter } = revote;
  if (before.together === null || after.together === null) return { status: 'none', note: message('cannot-say') };
  return { status: 'shown', before: before.together, after: after.together, moved: message(`moved.${meter}`) };
}

function rowOf({ text, revote }: RevotedQuestion, mode: Mode): BeforeAfterRow {
  return { id: revote.question, text, change: changeOf(revote, mode) };
}

function rowSentence({ text, change }: BeforeAfterRow): Message {
  if (change.status === 'none') return message('before-after.alt.row-note', { text, note: change.note });
  const { before, after, moved } = change;
  return message('before-after.alt.row', { text, before: percent(before), after: percent(after), moved });
}

function tableRow({ text, revote }: RevotedQuestion, mode: Mode): readonly Cell[] {
  const change = changeOf(revote, mode);
  if (revote.status !== 'moved' || change.status === 'none') {
    return [text, null, null, null, null, change.status === 'none' ? change.note : null];
  }
  const means = [revote.before.level, revote.after.level];
  return [text, percent(change.before), percent(change.after), ...means, change.moved];
}

function beforeAfterTitle(revotes: readonly RevoteResult[]): Message {
  const [only] = revotes;
  if (only !== undefined && revotes.length === 1) {
    return message(`before-after.title.one.${only.status === 'moved' ? only.meter : only.status}`);
  }
  const moved = (meter: 'closer' | 'further-apart') =>
    revotes.filter((revote) => revote.status === 'moved' && revote.meter === meter).length;
  const total = revotes.length;
  if (revotes.every(({ status }) => status === 'held')) return message('before-after.title.one.held');
  if (moved('closer') > 0) return message('before-after.title.closer', { count: moved('closer'), total });
  if (moved('further-apart') > 0) return message('before-after.title.apart', { count: moved('further-apart'), total });
  return message('before-after.title.settled');
}
