import type { Held } from '../domain/results/shown.ts';
import { message, type Message } from './message.ts';

/** One option of a question about options. */
export interface OptionRow {
  readonly id: string;
  readonly text: string;
  /** The place in a word, such as "2="; `null` where options have none. */
  readonly place: Message | null;
  /** From 0 to 1 along the axis. */
  readonly at: number;
  readonly value: Message;
}

/** An option of an order. */
export interface PlacedOption {
  readonly option: string;
  readonly text: string;
  readonly place: number;
}

/** Options one under the other, each with a dot or a bar of its own. */
export interface OptionMarks {
  readonly mark: 'dot' | 'bar';
  /** The words at the ends of the axis; `null` where the values say it. */
  readonly ends: { readonly low: Message; readonly high: Message } | null;
  /** Where on the axis options are even, 0 to 1; `null` where that means nothing. */
  readonly even: number | null;
  readonly rows: readonly OptionRow[];
  /** Said in place of rows where there are none to be shown. */
  readonly note: Message | null;
}

/** Why nothing is shown of a question about options. */
export function heldNote(held: Held): Message {
  return message('options.held', { count: held.needed });
}

/** What comes first of an order in words: all, one by name, a few by name, or many by number. */
export function titleOfFirst(of: {
  readonly stem: 'order' | 'strengths';
  readonly order: readonly PlacedOption[];
  readonly how: Message | string;
}): Message {
  const { stem, order, how } = of;
  const names = order.filter(({ place }) => place === 1).map(({ text }) => text);
  switch (firstAs({ first: names.length, options: order.length })) {
    case 'equal':
      return message(`${stem}.title.equal`, { how });
    case 'first':
      return message(`${stem}.title.first`, { name: names[0] ?? '', how });
    case 'shared':
      return message(`${stem}.title.shared`, { names, how });
    case 'many':
      return message(`${stem}.title.many`, { count: names.length, how });
  }
}

/** More names than this are counted in a title, not listed. */
const MOST_NAMED = 3;

/** How a title says what comes first, by how many options do. */
export function firstAs({
  first,
  options,
}: {
  readonly first: number;
  readonly options: number;
}): 'equal' | 'first' | 'shared' | 'many' {
  if (first === options && options > 1) return 'equal';
  if (first === 1) return 'first';
  return first <= MOST_NAMED ? 'shared' : 'many';
}

/** An option of an order as a row. */
export function placedRow(of: {
  readonly one: PlacedOption;
  readonly order: readonly PlacedOption[];
  readonly at: number;
  readonly value: Message;
}): OptionRow {
  const { one, order, at, value } = of;
  return { id: one.option, text: one.text, place: placeOf(one, order), at, value };
}

/** A place in an order as it is said: with an equals sign where several options share it. */
export function placeOf({ place }: PlacedOption, order: readonly PlacedOption[]): Message {
  const shared = order.filter((other) => other.place === place).length > 1;
  return message(shared ? 'place.shared' : 'place.alone', { place });
}

/** From which value on people agree much, and some. */
export interface AgreementSteps {
  readonly much: number;
  readonly some: number;
}

/** For mean rank correlations. A convention, not a test. */
export const RANK_CORRELATION: AgreementSteps = { much: 0.6, some: 0.3 };

/** For Kendall's u, which is two thirds of a rank correlation or a little more. */
export const KENDALL_U: AgreementSteps = { much: 0.4, some: 0.2 };

/** How far people agree, in a word. */
export function agreementWord(agreement: number, steps: AgreementSteps): 'much' | 'some' | 'little' {
  if (agreement >= steps.much) return 'much';
  return agreement >= steps.some ? 'some' : 'little';
}

/** The end of a title that says how far people agree; nothing where that is not known. */
export function withAgreement(agreement: number | null, steps: AgreementSteps): Message | string {
  return agreement === null ? '' : message(`with.${agreementWord(agreement, steps)}`);
}
