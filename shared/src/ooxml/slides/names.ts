import { DRAWING, OFFICE } from '../package/namespaces.ts';

/** The namespaces of slides. */
export const NAMESPACES = {
  'xmlns:a': DRAWING,
  'xmlns:r': OFFICE,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';

/** The types of links between the parts of a deck. */
export const LINKS = {
  document: `${OFFICE}/officeDocument`,
  master: `${OFFICE}/slideMaster`,
  layout: `${OFFICE}/slideLayout`,
  slide: `${OFFICE}/slide`,
  notesMaster: `${OFFICE}/notesMaster`,
  notes: `${OFFICE}/notesSlide`,
  theme: `${OFFICE}/theme`,
  tags: `${OFFICE}/tags`,
  presentationProperties: `${OFFICE}/presProps`,
  viewProperties: `${OFFICE}/viewProps`,
  tableStyles: `${OFFICE}/tableStyles`,
  extendedProperties: `${OFFICE}/extended-properties`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
} as const;

/** What the parts of a deck are. */
export const TYPES = {
  presentation: `${PRESENTATION}.presentation.main+xml`,
  master: `${PRESENTATION}.slideMaster+xml`,
  layout: `${PRESENTATION}.slideLayout+xml`,
  slide: `${PRESENTATION}.slide+xml`,
  notesMaster: `${PRESENTATION}.notesMaster+xml`,
  notes: `${PRESENTATION}.notesSlide+xml`,
  tags: `${PRESENTATION}.tags+xml`,
  presentationProperties: `${PRESENTATION}.presProps+xml`,
  viewProperties: `${PRESENTATION}.viewProps+xml`,
  tableStyles: `${PRESENTATION}.tableStyles+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  extendedProperties: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const;
