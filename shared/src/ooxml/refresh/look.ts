import { childOf, childrenOf, isElement, type XmlElement } from '../package/xml.ts';

/**
 * What is seen of a fill and a line, however an editor writes it: two looks are the same when these are. Effects that
 * PowerPoint adds empty, and the order of attributes, do not count.
 */
export function lookOf(owner: XmlElement | undefined): string {
  const shape = owner && (childOf(owner, 'c:spPr') ?? (owner.name.endsWith('Pr') ? owner : undefined));
  const marker = owner && childOf(owner, 'c:marker');
  const line = shape && childOf(shape, 'a:ln');
  return [
    shape ? paint(shape) : '',
    line ? `${line.attributes['w'] ?? ''} ${paint(line)}` : '',
    marker ? `${lookOf(marker)} ${childOf(marker, 'c:size')?.attributes['val'] ?? ''}` : '',
  ].join('|');
}

/** Puts elements of a name in the place of those there, else behind the last of the names that go before it. */
export function replaceAll(
  parent: XmlElement,
  name: string,
  { by, after }: { readonly by: readonly XmlElement[]; readonly after: readonly string[] },
): void {
  const rest = parent.children.filter((node) => !isElement(node, name));
  const at = rest.findLastIndex((node) => isElement(node) && after.includes(node.name));
  rest.splice(at + 1, 0, ...by);
  parent.children = rest;
}

function paint(owner: XmlElement): string {
  const fill = childrenOf(owner).find(({ name }) => PAINTS.has(name));
  return fill ? described(fill) : '';
}

function described({ name, attributes, children }: XmlElement): string {
  const value = attributes['val'] ?? attributes['prst'] ?? '';
  const inner = children.filter((node) => isElement(node)).map(described);
  return `${name}${value}(${inner.join()})`;
}

const PAINTS = new Set(['a:noFill', 'a:solidFill', 'a:gradFill', 'a:pattFill', 'a:blipFill']);
