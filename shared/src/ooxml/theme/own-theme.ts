import { element, type XmlElement } from '../package/xml.ts';
import { DRAWING } from '../package/namespaces.ts';

/** The theme of documents that are Plumbline's own: ink on white, blue and amber for the two sides of a scale. */
export function ownTheme(): XmlElement {
  return element(
    'a:theme',
    { 'xmlns:a': DRAWING, name: 'Plumbline' },
    element('a:themeElements', {}, colours(), fonts(), effects()),
    element('a:objectDefaults'),
    element('a:extraClrSchemeLst'),
  );
}

const COLOURS = {
  dk1: '1B1F2A',
  lt1: 'FFFFFF',
  dk2: '3A4154',
  lt2: 'F3F4F7',
  accent1: '2B5FA8',
  accent2: 'B5651D',
  accent3: '3C8C84',
  accent4: '7A5BA6',
  accent5: '8A7A2F',
  accent6: '9C3F5C',
  hlink: '2B5FA8',
  folHlink: '7A5BA6',
} as const;

function colours(): XmlElement {
  const entries = Object.entries(COLOURS).map(([name, val]) => element(`a:${name}`, {}, element('a:srgbClr', { val })));
  return element('a:clrScheme', { name: 'Plumbline' }, ...entries);
}

function fonts(): XmlElement {
  const font = (name: string, typeface: string) =>
    element(
      name,
      {},
      element('a:latin', { typeface }),
      element('a:ea', { typeface: '' }),
      element('a:cs', { typeface: '' }),
    );
  return element('a:fontScheme', { name: 'Plumbline' }, font('a:majorFont', 'Calibri'), font('a:minorFont', 'Calibri'));
}

/** Three of each are required; none of them does anything. */
function effects(): XmlElement {
  const fill = () => element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }));
  const line = (w: number) => element('a:ln', { w }, fill(), element('a:prstDash', { val: 'solid' }));
  const effect = () => element('a:effectStyle', {}, element('a:effectLst'));
  return element(
    'a:fmtScheme',
    { name: 'Plumbline' },
    element('a:fillStyleLst', {}, fill(), fill(), fill()),
    element('a:lnStyleLst', {}, line(6_350), line(12_700), line(19_050)),
    element('a:effectStyleLst', {}, effect(), effect(), effect()),
    element('a:bgFillStyleLst', {}, fill(), fill(), fill()),
  );
}
