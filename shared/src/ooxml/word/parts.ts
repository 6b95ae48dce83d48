import { OFFICE } from '../package/namespaces.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The main part of a document. */
export const DOCUMENT = 'word/document.xml';

/** The types of links between the parts of a document. */
export const LINKS = {
  document: `${OFFICE}/officeDocument`,
  styles: `${OFFICE}/styles`,
  settings: `${OFFICE}/settings`,
  theme: `${OFFICE}/theme`,
  footer: `${OFFICE}/footer`,
  properties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
} as const;

/** What the parts of a document are. */
export const TYPES = {
  document: `${WORD}.document.main+xml`,
  styles: `${WORD}.styles+xml`,
  settings: `${WORD}.settings+xml`,
  footer: `${WORD}.footer+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  properties: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const;
