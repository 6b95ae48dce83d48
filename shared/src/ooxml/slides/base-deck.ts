import { addPart, addRelationship, emptyPackage, PACKAGE, type OpcPackage } from '../package/opc-package.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { ownTheme } from '../theme/own-theme.ts';
import { LINKS, NAMESPACES, TYPES } from './names.ts';
import { addNotesMaster } from './notes.ts';
import { LAYOUTS, layoutXml, masterXml, SIZE } from './own-master.ts';
import type { SlideLook } from './slide-look.ts';

/** A deck of our own with no slide in it yet, 16:9. */
export function newDeck({ title, language }: SlideLook & { readonly title: string }): OpcPackage {
  const deck = emptyPackage();
  const presentation = 'ppt/presentation.xml';
  const master = 'ppt/slideMasters/slideMaster1.xml';
  addPart(deck, 'ppt/theme/theme1.xml', { contentType: TYPES.theme, content: ownTheme() });
  const layouts = LAYOUTS.map(({ type, name, shapes }, at) => {
    const part = `ppt/slideLayouts/slideLayout${at + 1}.xml`;
    addPart(deck, part, { contentType: TYPES.layout, content: layoutXml(type, name, shapes()) });
    addRelationship(deck, part, { type: LINKS.master, target: master });
    return addRelationship(deck, master, { type: LINKS.layout, target: part });
  });
  addRelationship(deck, master, { type: LINKS.theme, target: 'ppt/theme/theme1.xml' });
  addPart(deck, master, { contentType: TYPES.master, content: masterXml(layouts) });
  const masterLink = addRelationship(deck, presentation, { type: LINKS.master, target: master });
  addPart(deck, presentation, { contentType: TYPES.presentation, content: presentationXml(masterLink) });
  addNotesMaster(deck, presentation);
  for (const { part, type, link, root } of PROPERTIES) {
    addPart(deck, part, { contentType: type, content: root() });
    addRelationship(deck, presentation, { type: link, target: part });
  }
  addPart(deck, 'docProps/core.xml', { contentType: TYPES.coreProperties, content: coreXml(title, language) });
  addPart(deck, 'docProps/app.xml', { contentType: TYPES.extendedProperties, content: appXml() });
  addRelationship(deck, PACKAGE, { type: LINKS.document, target: presentation });
  addRelationship(deck, PACKAGE, { type: LINKS.coreProperties, target: 'docProps/core.xml' });
  addRelationship(deck, PACKAGE, { type: LINKS.extendedProperties, target: 'docProps/app.xml' });
  return deck;
}

function presentationXml(master: string): XmlElement {
  return element(
    'p:presentation',
    NAMESPACES,
    element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: 2_147_483_648, 'r:id': master })),
    element('p:sldSz', { cx: SIZE.width, cy: SIZE.height }),
    element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
  );
}

const PROPERTIES = [
  {
    part: 'ppt/presProps.xml',
    type: TYPES.presentationProperties,
    link: LINKS.presentationProperties,
    root: () => element('p:presentationPr', NAMESPACES),
  },
  {
    part: 'ppt/viewProps.xml',
    type: TYPES.viewProperties,
    link: LINKS.viewProperties,
    root: () => element('p:viewPr', NAMESPACES),
  },
  {
    part: 'ppt/tableStyles.xml',
    type: TYPES.tableStyles,
    link: LINKS.tableStyles,
    root: () =>
      element('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
  },
];

function coreXml(title: string, language: string): XmlElement {
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, title),
    element('dc:creator', {}, 'Plumbline'),
    element('dc:language', {}, language),
  );
}

function appXml(): XmlElement {
  return element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'Plumbline'),
  );
}
