import { addChart } from '@plumbline/shared/ooxml/charts/add-chart';
import type { ChartContent } from '@plumbline/shared/ooxml/exhibit';
import {
  addPart,
  addRelationship,
  emptyPackage,
  PACKAGE,
  writePackage,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { element, parseXml, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { colourMapOf, readTheme, type Theme } from '@plumbline/shared/ooxml/theme/theme';
import { sampleExhibits, sampleInsertion } from '@plumbline/shared/testing/exhibits';

/** What a deck of another company may look like: its colours, and which of them its slides take for the background. */
export interface Colours {
  readonly name: string;
  readonly isDark: boolean;
  readonly dark: string;
  readonly light: string;
  readonly accents: readonly [string, string, string, string, string, string];
}

const OFFICE: Colours = {
  name: 'Office',
  isDark: false,
  dark: '000000',
  light: 'FFFFFF',
  accents: ['156082', 'E97132', '196B24', '0F9ED5', 'A02B93', '4EA72E'],
};

/** Office's own, a dark one, and one whose accents are all alike. */
export const THEMES: readonly Colours[] = [
  OFFICE,
  {
    name: 'dark',
    isDark: true,
    dark: '14202B',
    light: 'F4F6F8',
    accents: ['5FB3D9', 'F2A65A', '9BD18B', 'C9A0DC', 'E8C547', 'EF7F7F'],
  },
  {
    name: 'alike',
    isDark: false,
    dark: '1A1A1A',
    light: 'FFFFFF',
    accents: ['4A4A4A', '565656', '606060', '6B6B6B', '757575', '808080'],
  },
];

/** A deck with a slide for each chart, and nothing else on it. */
export function chartDeck(
  charts: readonly ChartContent[],
  { colours = OFFICE, rightToLeft = false }: { readonly colours?: Colours; readonly rightToLeft?: boolean } = {},
): { readonly bytes: Uint8Array; readonly pack: OpcPackage; readonly theme: Theme } {
  const pack = emptyPackage();
  addPart(pack, THEME, { contentType: `${OFFICE_TYPE}.theme+xml`, content: themeXml(colours) });
  addPart(pack, MASTER, { contentType: `${SLIDES_TYPE}.slideMaster+xml`, content: masterXml(colours.isDark) });
  addPart(pack, LAYOUT, { contentType: `${SLIDES_TYPE}.slideLayout+xml`, content: layoutXml() });
  addRelationship(pack, MASTER, { type: `${LINKS}/slideLayout`, target: LAYOUT });
  addRelationship(pack, MASTER, { type: `${LINKS}/theme`, target: THEME });
  addRelationship(pack, LAYOUT, { type: `${LINKS}/slideMaster`, target: MASTER });
  const presentation = 'ppt/presentation.xml';
  addRelationship(pack, presentation, { type: `${LINKS}/slideMaster`, target: MASTER });
  const theme = readTheme(pack, THEME, colourMapOf(pack, MASTER));
  const look = { theme, textSize: 12, language: rightToLeft ? 'ar-SA' : 'en-GB', rightToLeft };
  const [exhibit] = sampleExhibits();
  if (!exhibit) throw new Error('There is no sample exhibit');
  const slides = charts.map((content, n) => {
    const slide = `ppt/slides/slide${n + 1}.xml`;
    addRelationship(pack, slide, { type: `${LINKS}/slideLayout`, target: LAYOUT });
    const link = addChart(pack, slide, { content, insertion: sampleInsertion(exhibit, n), look });
    addPart(pack, slide, { contentType: `${SLIDES_TYPE}.slide+xml`, content: slideXml(link) });
    const own = addRelationship(pack, presentation, { type: `${LINKS}/slide`, target: slide });
    return `<p:sldId id="${256 + n}" r:id="${own}"/>`;
  });
  addPart(pack, presentation, {
    contentType: `${SLIDES_TYPE}.presentation.main+xml`,
    content: xml(
      `<p:presentation ${SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
        `<p:sldIdLst>${slides.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>` +
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
    ),
  });
  addRelationship(pack, PACKAGE, { type: `${LINKS}/officeDocument`, target: presentation });
  return { bytes: writePackage(pack), pack, theme };
}

const THEME = 'ppt/theme/theme1.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
const SLIDES_TYPE = `${OFFICE_TYPE}.presentationml`;
const DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const SPACES = `${DRAWING} xmlns:r="${LINKS}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>' +
  '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

function xml(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function slideXml(link: string): XmlElement {
  return xml(
    `<p:sld ${SPACES}><p:cSld><p:spTree>${TREE}<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="2" name="Chart"/>` +
      '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="609600" y="1371600"/>' +
      '<a:ext cx="10972800" cy="4724400"/></p:xfrm><a:graphic>' +
      '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
      `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${link}"/>` +
      '</a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>',
  );
}

function layoutXml(): XmlElement {
  return xml(
    `<p:sldLayout ${SPACES} type="blank"><p:cSld name="Blank"><p:spTree>${TREE}</p:spTree></p:cSld></p:sldLayout>`,
  );
}

function masterXml(isDark: boolean): XmlElement {
  const [back, text] = isDark ? ['dk', 'lt'] : ['lt', 'dk'];
  const accents = [1, 2, 3, 4, 5, 6].map((n) => `accent${n}="accent${n}"`).join(' ');
  return xml(
    `<p:sldMaster ${SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr>` +
      `</p:bg><p:spTree>${TREE}</p:spTree></p:cSld><p:clrMap bg1="${back}1" tx1="${text}1" bg2="${back}2" tx2="${text}2" ` +
      `${accents} hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/>` +
      '</p:sldLayoutIdLst></p:sldMaster>',
  );
}

function themeXml({ dark, light, accents }: Colours): XmlElement {
  const named = (name: string, hex: string) => element(`a:${name}`, {}, element('a:srgbClr', { val: hex }));
  const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const root = xml(
    `<a:theme ${DRAWING} name="T"><a:themeElements><a:clrScheme name="T"/><a:fontScheme name="T"><a:majorFont>${font}</a:majorFont>` +
      `<a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="T"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>` +
      `<a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst>` +
      `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
  const scheme = [
    named('dk1', dark),
    named('lt1', light),
    named('dk2', dark),
    named('lt2', light),
    ...accents.map((hex, at) => named(`accent${at + 1}`, hex)),
    named('hlink', accents[0]),
    named('folHlink', accents[1]),
  ];
  const at = root.children[0];
  const list = typeof at === 'object' && 'children' in at ? at.children[0] : undefined;
  if (typeof list === 'object' && 'children' in list) list.children.push(...scheme);
  return root;
}
