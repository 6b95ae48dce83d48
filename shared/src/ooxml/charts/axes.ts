import type { ChartContent, ValueAxis } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { hairline, quietText } from '../theme/palette.ts';
import { lined, richText, textProperties, unseen, type ChartLook } from './chart-look.ts';

/** The ids of a chart's two axes: of categories (or x), and of values (or y). */
export const AXES = { first: 111_111_111, second: 222_222_222 } as const;

/** The two axes of a chart, as its form has them. */
export function axesOf(content: ChartContent, look: ChartLook): readonly XmlElement[] {
  const { form, axis, upAxis } = content;
  switch (form) {
    case 'bars':
    case 'stacked-bars':
      return [
        // The first category is on top; the values stay below by crossing at the far end.
        categoryAxis(content, look, { place: look.rightToLeft ? 'r' : 'l', isReversed: true, title: null }),
        valueAxis(axis, look, { place: 'b', id: 'second', isReversed: look.rightToLeft, crosses: 'max' }),
      ];
    case 'columns':
    case 'lines': {
      const ends = form === 'columns' ? axis.ends : null;
      const own = form === 'columns' ? { ...axis, ends: null, high: highAbove(content) } : axis;
      return [
        categoryAxis(content, look, { place: 'b', isReversed: look.rightToLeft, title: ends && between(ends, look) }),
        valueAxis(own, look, {
          place: look.rightToLeft ? 'r' : 'l',
          id: 'second',
          isReversed: false,
          crosses: 'autoZero',
        }),
      ];
    }
    case 'points':
      return [
        valueAxis(axis, look, { place: 'b', id: 'first', isReversed: look.rightToLeft, crosses: 'min' }),
        valueAxis(upAxis ?? axis, look, {
          place: look.rightToLeft ? 'r' : 'l',
          id: 'second',
          isReversed: false,
          crosses: 'min',
        }),
      ];
  }
}

/** What stands under an axis, or along it: its title, and its ends where they have numbers. */
export function headingOf({ title, ends, numbers }: ValueAxis, look: ChartLook): string {
  const ofEnds = numbers && ends !== null ? between(ends, look) : null;
  return [title, ofEnds].filter((part) => part !== null).join(': ');
}

/** What is written at bars is as small as the names of many. */
export function categorySize(count: number, { textSize }: ChartLook): number {
  return count > MANY ? Math.max(SMALLEST, Math.round((textSize * MANY) / count)) : textSize;
}

/** What is written above the tallest column needs room that Office leaves only where the axis has numbers. */
function highAbove({ axis: { low, high, numbers }, series }: ChartContent): number {
  const isLabelled = series.some(({ labels }) => labels !== 'none');
  return isLabelled && !numbers ? high + (high - low) * ABOVE : high;
}

const ABOVE = 0.08;

interface Placed {
  readonly place: 'l' | 'r' | 'b';
  readonly isReversed: boolean;
}

function categoryAxis(
  { categories, series }: ChartContent,
  look: ChartLook,
  { place, isReversed, title }: Placed & { readonly title: string | null },
): XmlElement {
  const words = { colour: { scheme: 'tx1' }, size: categorySize(categories.length, look) } as const;
  // Bars that begin on no common line have none.
  const isFloating = series.some(({ mark }) => mark === 'offset');
  return element(
    'c:catAx',
    {},
    element('c:axId', { val: AXES.first }),
    element('c:scaling', {}, element('c:orientation', { val: isReversed ? 'maxMin' : 'minMax' })),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: place }),
    title === null ? null : axisTitle(title, look),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'low' }),
    isFloating ? unseen() : lined(hairline(look.theme), 0.75),
    textProperties(words, look),
    element('c:crossAx', { val: AXES.second }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:auto', { val: 0 }),
    element('c:lblAlgn', { val: 'ctr' }),
    element('c:lblOffset', { val: 100 }),
    // None is left out, however many there are.
    categories.length > 12 ? element('c:tickLblSkip', { val: 1 }) : null,
    element('c:noMultiLvlLbl', { val: 1 }),
  );
}

function valueAxis(
  axis: ValueAxis,
  look: ChartLook,
  { place, id, isReversed, crosses }: Placed & { readonly id: keyof typeof AXES; readonly crosses: string },
): XmlElement {
  const { low, high, step, ends, numbers } = axis;
  const words = { colour: quietText(look.theme), size: look.textSize - 1 };
  // Without lines between them, both ends are written all the same.
  const unit = step ?? (numbers || ends === null ? 0 : high - low);
  const isSilent = !numbers && ends === null;
  const heading = headingOf(axis, look);
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: AXES[id] }),
    element(
      'c:scaling',
      {},
      element('c:orientation', { val: isReversed ? 'maxMin' : 'minMax' }),
      // Ends that are none are left to Office.
      high > low ? element('c:max', { val: high }) : null,
      high > low ? element('c:min', { val: low }) : null,
    ),
    element('c:delete', { val: isSilent && step === null && heading === '' ? 1 : 0 }),
    element('c:axPos', { val: place }),
    step === null ? null : element('c:majorGridlines', {}, lined(hairline(look.theme), 0.5)),
    heading === '' ? null : axisTitle(heading, look),
    element('c:numFmt', { formatCode: numberFormat(axis), sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: isSilent ? 'none' : 'nextTo' }),
    unseen(),
    textProperties(words, look),
    element('c:crossAx', { val: id === 'first' ? AXES.second : AXES.first }),
    element('c:crosses', { val: crosses }),
    element('c:crossBetween', { val: id === 'first' || crosses === 'min' ? 'midCat' : 'between' }),
    unit > 0 ? element('c:majorUnit', { val: unit }) : null,
  );
}

/** The ends of an axis whose numbers mean nothing by themselves are written as words, by a format of two conditions. */
function numberFormat({ low, high, ends, numbers, format }: ValueAxis): string {
  // Labels have the decimals of values; steps are as plain as they are.
  if (numbers || ends === null) return format.includes('%') ? format : 'General';
  const words = (text: string) => `"${text.replaceAll('"', "'").slice(0, 100)}"`;
  return `[=${low}]${words(ends.low)};[=${high}]${words(ends.high)};""`;
}

function between({ low, high }: { readonly low: string; readonly high: string }, { rightToLeft }: ChartLook): string {
  // Arrows are not turned round by the direction of the words about them.
  return rightToLeft ? `${low}  →   ←  ${high}` : `${low}  ←   →  ${high}`;
}

const MANY = 16;
const SMALLEST = 7;

function axisTitle(words: string, look: ChartLook): XmlElement {
  const text = { colour: quietText(look.theme), size: look.textSize - 1 };
  return element('c:title', {}, element('c:tx', {}, richText(words, text, look)), element('c:overlay', { val: 0 }));
}
