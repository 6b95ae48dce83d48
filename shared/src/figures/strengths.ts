import type { PairwiseResult } from '../domain/results/shown.ts';
import { percent, type FigureFrame, type FigureSource } from './figure.ts';
import { message, type Message } from './message.ts';
import { heldNote, KENDALL_U, placeWord, withAgreement, type OptionMarks, type OptionRow } from './option-rows.ts';

type Shown = Extract<PairwiseResult['result'], { status: 'shown' }>;

/** Options by how likely each is to be preferred over another one. */
export interface StrengthsFigure extends FigureFrame {
  readonly kind: 'strengths';
  readonly marks: OptionMarks;
}

/** More names than this are counted in a title, not listed. */
const MOST_NAMED = 3;
/** Below this, many go round in circles. A convention, not a test. */
const CONSISTENT = 0.6;

/** What wins when only one of two can be had, and how far people choose alike. */
export function strengthsFigure(from: {
  readonly source: FigureSource;
  readonly pairwise: PairwiseResult;
}): StrengthsFigure {
  const { pairwise } = from;
  const { result } = pairwise;
  const order = result.status === 'shown' ? result.order : [];
  const title = result.status === 'shown' ? strengthsTitle(result) : message('strengths.title.held');
  return {
    kind: 'strengths',
    title,
    altText:
      result.status === 'held'
        ? message('options.alt.held', { title, note: heldNote(result) })
        : message('strengths.alt', { title, rows: order.map((one) => rowSentence(one, order)) }),
    table: {
      caption: result.status === 'held' ? heldNote(result) : message('strengths.caption'),
      columns: [
        { label: message('column.option'), align: 'start' },
        { label: message('column.place'), align: 'end' },
        { label: message('column.preferred'), align: 'end' },
      ],
      rows: order.map(({ text, place, strength }) => [text, place, percent(strength)]),
    },
    source: from.source,
    basis: { of: 'pairwise', pairwise },
    subject: pairwise.text,
    notes: result.status === 'shown' ? notesOf(result) : [],
    marks: {
      mark: 'dot',
      ends: order.length === 0 ? null : { low: message('strengths.end.loses'), high: message('strengths.end.wins') },
      even: 0.5,
      rows: order.map((one) => optionRow(one, order)),
      note: result.status === 'held' ? heldNote(result) : null,
    },
  };
}

function optionRow({ option, text, place, strength }: Shown['order'][number], order: Shown['order']): OptionRow {
  return {
    id: option,
    text,
    place: placeWord(
      place,
      order.map((other) => other.place),
    ),
    at: strength,
    value: message('strengths.value', { percent: percent(strength) }),
    note: null,
  };
}

function rowSentence({ text, place, strength }: Shown['order'][number], order: Shown['order']): Message {
  const places = order.map((other) => other.place);
  return message('strengths.alt.row', { text, place: placeWord(place, places), percent: percent(strength) });
}

function strengthsTitle({ order, agreement }: Shown): Message {
  const first = order.filter(({ place }) => place === 1).map(({ text }) => text);
  const [name = ''] = first;
  const how = withAgreement(agreement, KENDALL_U);
  if (first.length === order.length && order.length > 1) return message('strengths.title.equal', { how });
  if (first.length === 1) return message('strengths.title.first', { name, how });
  if (first.length <= MOST_NAMED) return message('strengths.title.shared', { names: first, how });
  return message('strengths.title.many', { count: first.length, how });
}

function notesOf({ consistency }: Shown): readonly Message[] {
  const reading = message('strengths.note');
  if (consistency === null || consistency >= CONSISTENT) return [reading];
  return [reading, message('strengths.circles')];
}
