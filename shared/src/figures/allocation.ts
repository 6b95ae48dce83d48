import type { AllocationResult } from '../domain/results/shown.ts';
import type { FigureFrame, FigureSource } from './figure.ts';
import { message, sentences, type Message } from './message.ts';
import { firstAs, heldNote, type OptionMarks, type OptionRow } from './option-rows.ts';

type Shown = Extract<AllocationResult['result'], { status: 'shown' }>;

/** Points given to options, most first, a bar each. */
export interface AllocationFigure extends FigureFrame {
  readonly kind: 'allocation';
  readonly marks: OptionMarks;
}

/** From so much more in common than blindly dealt points, people give much alike, and somewhat. A convention. */
const MUCH_ALIKE = 0.4;
const ALIKE = 0.2;

/** Where a team would put its points, and how many of them people have in common. */
export function allocationFigure(from: {
  readonly source: FigureSource;
  readonly allocation: AllocationResult;
}): AllocationFigure {
  const { allocation } = from;
  const { result, total } = allocation;
  const options = result.status === 'shown' ? result.options : [];
  const median = options.some((option) => option.median !== null);
  const title = result.status === 'shown' ? allocationTitle(result, total) : message('allocation.title.held');
  return {
    kind: 'allocation',
    title,
    altText:
      result.status === 'held'
        ? message('options.alt.held', { title, note: heldNote(result) })
        : message(isExact(result) ? 'allocation.alt' : 'allocation.alt.steps', {
            title,
            total,
            rows: sentences(options.map(rowSentence)),
            common: inCommon(result, total),
          }),
    table: {
      caption:
        result.status === 'held'
          ? heldNote(result)
          : message(isExact(result) ? 'allocation.caption' : 'allocation.caption.steps', { total }),
      columns: [
        { label: message('column.option'), align: 'start' },
        { label: message('column.mean-points'), align: 'end' },
        ...(median ? [{ label: message('column.median-points'), align: 'end' } as const] : []),
      ],
      rows: options.map((option) => [option.text, option.mean, ...(median ? [option.median] : [])]),
    },
    source: from.source,
    basis: { of: 'allocation', allocation },
    subject: allocation.text,
    notes: result.status === 'shown' ? notesOf(result, total) : [],
    marks: {
      mark: 'bar',
      ends: null,
      even: null,
      rows: optionRows(options),
      note: result.status === 'held' ? heldNote(result) : null,
    },
  };
}

/** The longest bar takes the whole width: what counts is how the options compare. */
function optionRows(options: Shown['options']): readonly OptionRow[] {
  const most = Math.max(1, ...options.map(({ mean }) => mean));
  return options.map(({ option, text, mean }) => ({
    id: option,
    text,
    place: null,
    at: mean / most,
    value: message('allocation.points', { points: mean }),
  }));
}

function rowSentence({ text, mean }: Shown['options'][number]): Message {
  return message('allocation.alt.row', { text, points: mean });
}

/** Means in steps are only about what was given, and are said so. */
function isExact({ grain }: Shown): boolean {
  return grain === 'exact';
}

function allocationTitle(result: Shown, total: number): Message {
  const { options } = result;
  const stem = isExact(result) ? 'allocation.title' : 'allocation.title.about';
  const most = Math.max(0, ...options.map(({ mean }) => mean));
  const first = options.filter(({ mean }) => mean === most).map(({ text }) => text);
  switch (firstAs({ first: first.length, options: options.length })) {
    case 'equal':
      return message(`${stem}.equal`);
    case 'first':
      return message(`${stem}.first`, { name: first[0] ?? '', points: most, total });
    case 'shared':
      return message(`${stem}.shared`, { names: first, points: most });
    case 'many':
      return message(`${stem}.many`, { count: first.length, points: most });
  }
}

function notesOf(result: Shown, total: number): readonly Message[] {
  const common = inCommon(result, total);
  return isExact(result) ? [common] : [common, message('allocation.note.steps')];
}

function inCommon(result: Shown, total: number): Message {
  const { inCommon: points, againstChance } = result;
  if (!isExact(result)) return message('allocation.common.about', { points, total });
  if (againstChance === null) return message('allocation.common', { points, total });
  return message('allocation.common-against', {
    points,
    total,
    against: message(`against.${alikeWord(againstChance)}`),
  });
}

function alikeWord(againstChance: number): 'much-more' | 'more' | 'chance' | 'less' {
  if (againstChance >= MUCH_ALIKE) return 'much-more';
  if (againstChance >= ALIKE) return 'more';
  return againstChance > -ALIKE ? 'chance' : 'less';
}
