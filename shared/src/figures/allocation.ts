import type { AllocationResult } from '../domain/results/shown.ts';
import type { FigureFrame, FigureSource } from './figure.ts';
import { message, type Message } from './message.ts';
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
        : message('allocation.alt', {
            title,
            total,
            rows: options.map(rowSentence),
            common: inCommon(result, total),
          }),
    table: {
      caption: result.status === 'held' ? heldNote(result) : message('allocation.caption', { total }),
      columns: [
        { label: message('column.option'), align: 'start' },
        { label: message('column.mean-points'), align: 'end' },
        ...(median ? [{ label: message('column.median-points'), align: 'end' } as const] : []),
      ],
      rows: options.map((option) => [
        option.text,
        option.mean ?? message('allocation.too-few'),
        ...(median ? [option.median] : []),
      ]),
    },
    source: from.source,
    basis: { of: 'allocation', allocation },
    subject: allocation.text,
    notes: result.status === 'shown' ? [inCommon(result, total)] : [],
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
  const most = Math.max(1, ...options.map(({ mean }) => mean ?? 0));
  return options.map(({ option, text, mean }) => ({
    id: option,
    text,
    place: null,
    at: mean === null ? null : mean / most,
    value: mean === null ? null : message('allocation.points', { points: mean }),
    note: mean === null ? message('allocation.too-few') : null,
  }));
}

function rowSentence({ text, mean }: Shown['options'][number]): Message {
  return mean === null
    ? message('allocation.alt.row-none', { text, note: message('allocation.too-few') })
    : message('allocation.alt.row', { text, points: mean });
}

function allocationTitle({ options }: Shown, total: number): Message {
  const means = options.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const most = Math.max(0, ...means);
  if (means.length === 0) return message('allocation.title.none');
  const first = options.filter(({ mean }) => mean === most).map(({ text }) => text);
  switch (firstAs({ first: first.length, options: options.length })) {
    case 'equal':
      return message('allocation.title.equal');
    case 'first':
      return message('allocation.title.first', { name: first[0] ?? '', points: most, total });
    case 'shared':
      return message('allocation.title.shared', { names: first, points: most });
    case 'many':
      return message('allocation.title.many', { count: first.length, points: most });
  }
}

function inCommon({ inCommon: points, againstChance }: Shown, total: number): Message {
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
