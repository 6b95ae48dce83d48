/** Types of links between parts begin with it, and attributes that name a link are of it. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Colours, texts, lines and tables of all documents. */
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** Charts of all documents. */
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
