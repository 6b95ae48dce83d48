import type { PairwiseResult } from '../domain/results/shown.ts';
import { percent, type FigureFrame, type FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import {
  heldNote,
  KENDALL_U,
  placedRow,
  placeOf,
  titleOfFirst,
  withAgreement,
  type OptionMarks,
  type OptionRow,
} from './option-rows.ts';

type Shown = Extract<PairwiseResult['result'], { status: 'shown' }>;

/** Options by how likely each is to be preferred over another one. */
export interface StrengthsFigure extends FigureFrame {
  readonly kind: 'strengths';
  readonly marks: OptionMarks;
}

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
  const title =
    result.status === 'shown'
      ? titleOfFirst({ stem: 'strengths', order, how: withAgreement(result.agreement, KENDALL_U) })
      : message('strengths.title.held');
  return {
    kind: 'strengths',
    title,
    altText:
      result.status === 'held'
        ? message('options.alt.held', { title, note: heldNote(result) })
        : message('strengths.alt', { title, rows: sentences(order.map((one) => rowSentence(one, order))) }),
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

function optionRow(one: Shown['order'][number], order: Shown['order']): OptionRow {
  const { strength } = one;
  return placedRow({
    one,
    order,
    at: strength,
    value: message('strengths.value', { percent: percent(strength) }),
  });
}

function rowSentence(one: Shown['order'][number], order: Shown['order']): Message {
  return message('strengths.alt.row', {
    text: one.text,
    place: placeOf(one, order),
    percent: percent(one.strength),
  });
}

function notesOf({ consistency }: Shown): readonly Message[] {
  const reading = message('strengths.note');
  if (consistency === null || consistency >= CONSISTENT) return [reading];
  return [reading, message('strengths.circles')];
}
