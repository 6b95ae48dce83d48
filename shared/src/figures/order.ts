import type { RankingResult } from '../domain/results/shown.ts';
import type { FigureFrame, FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import {
  heldNote,
  placedRow,
  placeOf,
  RANK_CORRELATION,
  titleOfFirst,
  withAgreement,
  type OptionMarks,
  type OptionRow,
} from './option-rows.ts';

type Shown = Extract<RankingResult['result'], { status: 'shown' }>;

/** A ranking, best first, each option at its mean place. */
export interface OrderFigure extends FigureFrame {
  readonly kind: 'order';
  readonly marks: OptionMarks;
}

/** The order of a ranking question, and how far people agree on it. */
export function orderFigure(from: { readonly source: FigureSource; readonly ranking: RankingResult }): OrderFigure {
  const { ranking } = from;
  const { result } = ranking;
  const shown = result.status === 'shown' ? result : null;
  const order = shown?.order ?? [];
  const title =
    shown === null
      ? message('order.title.held')
      : titleOfFirst({ stem: 'order', order, how: withAgreement(shown.agreement, RANK_CORRELATION) });
  return {
    kind: 'order',
    title,
    altText:
      result.status === 'held'
        ? message('options.alt.held', { title, note: heldNote(result) })
        : message('order.alt', {
            title,
            count: order.length,
            rows: sentences(order.map((one) => rowSentence(one, order))),
          }),
    table: {
      caption: result.status === 'held' ? heldNote(result) : null,
      columns: [
        { label: message('column.option'), align: 'start' },
        { label: message('column.place'), align: 'end' },
        { label: message('column.mean-place'), align: 'end' },
      ],
      rows: order.map(({ text, place, meanRank }) => [text, place, meanRank]),
    },
    source: from.source,
    basis: { of: 'ranking', ranking },
    subject: ranking.text,
    notes: shown?.orders === 'several' ? [message('order.note.several')] : [],
    marks: {
      mark: 'dot',
      ends: order.length === 0 ? null : { low: message('order.end.first'), high: message('order.end.last') },
      even: null,
      rows: order.map((one) => optionRow(one, order)),
      note: result.status === 'held' ? heldNote(result) : null,
    },
  };
}

function optionRow(one: Shown['order'][number], order: Shown['order']): OptionRow {
  const { meanRank } = one;
  return placedRow({
    one,
    order,
    at: order.length < 2 ? 0 : (meanRank - 1) / (order.length - 1),
    value: message('order.mean', { rank: meanRank }),
  });
}

function rowSentence(one: Shown['order'][number], order: Shown['order']): Message {
  return message('order.alt.row', { text: one.text, place: placeOf(one, order), rank: one.meanRank });
}
