import { copyOf, childOf, childrenOf, descendantsOf, isElement, textOf, type XmlElement } from '../package/xml.ts';

/** The text of a body of text (`p:txBody`, `a:txBody`, `c:rich`), a line a paragraph. */
export function textIn(body: XmlElement): string {
  return descendantsOf(body, 'a:p').map(paragraphText).join('\n');
}

/** The text of a paragraph; a break in it is a space. */
export function paragraphText(paragraph: XmlElement): string {
  return childrenOf(paragraph)
    .map((child) =>
      child.name === 'a:br' ? ' ' : child.name === 'a:r' || child.name === 'a:fld' ? runText(child) : '',
    )
    .join('');
}

/** Puts a text in the place of all that a body holds, in the look of its first run. */
export function setText(body: XmlElement, text: string): void {
  const [first, ...others] = descendantsOf(body, 'a:p');
  if (!first) return;
  setParagraph(first, text);
  removeAll(body, new Set(others));
}

/** Puts a text in a paragraph, in the look of its first run. */
export function setParagraph(paragraph: XmlElement, text: string): void {
  const [first] = childrenOf(paragraph, 'a:r');
  const end = childOf(paragraph, 'a:endParaRPr');
  const look = first ? childOf(first, 'a:rPr') : end && { ...copyOf(end), name: 'a:rPr' };
  const properties = childOf(paragraph, 'a:pPr');
  const run: XmlElement = {
    name: 'a:r',
    attributes: {},
    children: [...(look ? [look] : []), { name: 'a:t', attributes: {}, children: text === '' ? [] : [text] }],
  };
  paragraph.children = [...(properties ? [properties] : []), ...(text === '' ? [] : [run]), ...endOf(look, end, text)];
}

/** Puts a lead and a text in a paragraph: the lead in the look of its first run, the text in that of its last. */
export function setLead(
  paragraph: XmlElement,
  { lead, text }: { readonly lead: string | null; readonly text: string },
): void {
  const runs = childrenOf(paragraph, 'a:r');
  const [first] = runs;
  const last = runs.at(-1);
  if (lead === null || !first || !last || first === last) {
    setParagraph(paragraph, lead === null ? text : `${lead} ${text}`);
    return;
  }
  const properties = childOf(paragraph, 'a:pPr');
  const end = childOf(paragraph, 'a:endParaRPr');
  setRun(first, runText(first).endsWith(' ') ? `${lead} ` : lead);
  setRun(last, runText(last).startsWith(' ') || !runText(first).endsWith(' ') ? ` ${text}` : text);
  paragraph.children = [...(properties ? [properties] : []), first, last, ...(end ? [end] : [])];
}

/** A cell without text keeps the look that text would have in it. */
function endOf(look: XmlElement | undefined, end: XmlElement | undefined, text: string): readonly XmlElement[] {
  if (end) return [end];
  return text === '' && look ? [{ ...copyOf(look), name: 'a:endParaRPr' }] : [];
}

function setRun(run: XmlElement, text: string): void {
  const look = childOf(run, 'a:rPr');
  run.children = [...(look ? [look] : []), { name: 'a:t', attributes: {}, children: [text] }];
}

function runText(run: XmlElement): string {
  const text = childOf(run, 'a:t');
  return text ? textOf(text) : '';
}

function removeAll(parent: XmlElement, gone: ReadonlySet<XmlElement>): void {
  parent.children = parent.children.filter((node) => !isElement(node) || !gone.has(node));
  for (const child of childrenOf(parent)) removeAll(child, gone);
}
