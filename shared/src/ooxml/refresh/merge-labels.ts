import { valueIn } from '../lint/chart-caches.ts';
import { copyOf, childOf, childrenOf, descendantsOf, isElement, textOf, type XmlElement } from '../package/xml.ts';
import { replaceAll } from './look.ts';
import { setText } from './texts.ts';

/** What a merge knows of the points of one series. */
export interface Points {
  /** Where each new point was before, by its category; `null` for a new one. */
  readonly before: readonly (number | null)[];
  /** Whether the text at a point is the one that was written there last. */
  readonly isOurs: (before: number, text: string) => boolean;
}

/** Three states of a series: as it stands, as it was written last (`null` where that is not known), and as it is to be. */
export interface ThreeStates {
  readonly current: XmlElement;
  readonly base: XmlElement | null;
  readonly fresh: XmlElement;
}

/** Renews the labels of a series: those removed stay away, those typed or formatted stay as they are. */
export function mergeLabels({ current, base, fresh }: ThreeStates, points: Points): void {
  const labels = childOf(current, 'c:dLbls');
  const next = childOf(fresh, 'c:dLbls');
  if (!labels || !next || valueIn(labels, 'c:delete') === '1') return;
  const now = byIndex(labels);
  const was = byIndex(base && childOf(base, 'c:dLbls'));
  const will = byIndex(next);
  const merged = points.before.flatMap((before, idx) => {
    const label = will.get(idx);
    if (before === null) return base && label ? [placed(label, idx)] : [];
    const merge = base ? mergedLabel : keptLabel;
    const one = merge({ now: now.get(before), was: was.get(before), will: label }, (text) =>
      points.isOurs(before, text),
    );
    return one ? [placed(one, idx)] : [];
  });
  replaceAll(labels, 'c:dLbl', { by: merged, after: [] });
}

/** Renews the looks of single points: a point that somebody coloured keeps its colour wherever its category goes. */
export function mergePoints(
  { current, base, fresh }: ThreeStates,
  before: readonly (number | null)[],
  sameLook: (a: XmlElement, b: XmlElement) => boolean,
): void {
  const now = pointsByIndex(current);
  const was = pointsByIndex(base);
  const will = pointsByIndex(fresh);
  const merged = before.flatMap((old, idx) => {
    const own = old === null ? undefined : now.get(old);
    const written = old === null ? undefined : was.get(old);
    const next = base ? will.get(idx) : undefined;
    const isTheirs = written ? !own || !sameLook(own, written) : own !== undefined;
    const kept = isTheirs ? own : own && next && sameLook(own, next) ? own : next;
    return kept ? [placed(kept, idx)] : [];
  });
  replaceAll(current, 'c:dPt', { by: merged, after: BEFORE_POINTS });
}

const BEFORE_POINTS = [
  ...['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:pictureOptions', 'c:marker', 'c:explosion'],
];

interface LabelStates {
  readonly now: XmlElement | undefined;
  readonly was: XmlElement | undefined;
  readonly will: XmlElement | undefined;
}

function keptLabel({ now }: LabelStates): XmlElement | undefined {
  return now;
}

function mergedLabel({ now, was, will }: LabelStates, isOurs: (text: string) => boolean): XmlElement | undefined {
  // Nobody had given it a look of its own, or somebody took it back.
  if (!now) return was ? undefined : will;
  if (isGone(now)) return was && isGone(was) ? will : now;
  const text = childOf(now, 'c:tx');
  if (text && !isOurs(joined(text))) return now;
  if (!was) return now;
  const next = will && childOf(will, 'c:tx');
  if (!will || isGone(will)) return will;
  if (!text || !next) return text || next ? will : now;
  const renewed = copyOf(now);
  const rich = childOf(renewed, 'c:tx');
  if (rich) setText(rich, joined(next));
  return renewed;
}

function isGone(label: XmlElement): boolean {
  return valueIn(label, 'c:delete') === '1';
}

function joined(rich: XmlElement): string {
  return descendantsOf(rich, 'a:p').map(textOf).join('\n');
}

function byIndex(labels: XmlElement | null | undefined): ReadonlyMap<number, XmlElement> {
  return new Map((labels ? childrenOf(labels, 'c:dLbl') : []).map((label) => [Number(valueIn(label, 'c:idx')), label]));
}

function pointsByIndex(series: XmlElement | null): ReadonlyMap<number, XmlElement> {
  return new Map((series ? childrenOf(series, 'c:dPt') : []).map((point) => [Number(valueIn(point, 'c:idx')), point]));
}

function placed(one: XmlElement, idx: number): XmlElement {
  const copy = copyOf(one);
  const index = copy.children.find((node): node is XmlElement => isElement(node, 'c:idx'));
  if (index) index.attributes['val'] = String(idx);
  return copy;
}
