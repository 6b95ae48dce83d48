import type { ChartContent, Insertion } from '../exhibit.ts';
import { insertionText } from '../insertion.ts';
import { addPart, addRelationship, freePart, type OpcPackage } from '../package/opc-package.ts';
import { workbookBytes } from '../workbook/workbook.ts';
import { dataSheet } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';
import { chartSpace } from './chart-space.ts';
import { OFFICE } from '../package/namespaces.ts';
import { UNCOMPRESSED } from '../package/zip.ts';

/** Adds a native chart with its workbook for a slide or a document; returns the id of the owner's link to it. */
export function addChart(
  pack: OpcPackage,
  owner: string,
  chart: { readonly content: ChartContent; readonly insertion: Insertion; readonly look: ChartLook },
): string {
  const folder = owner.startsWith('word/') ? 'word' : 'ppt';
  const part = freePart(pack, `${folder}/charts/chart`, '.xml');
  const workbook = freePart(pack, `${folder}/embeddings/Microsoft_Excel_Sheet`, '.xlsx');
  addPart(pack, workbook, { contentType: WORKBOOK, content: chartWorkbook(chart.content, chart.insertion) });
  const link = addRelationship(pack, part, { type: `${OFFICE}/package`, target: workbook });
  addPart(pack, part, { contentType: CHART, content: chartSpace(chart.content, chart.look, link) });
  return addRelationship(pack, owner, { type: `${OFFICE}/chart`, target: part });
}

/** The workbook of a chart; what the chart is lies in a sheet that no reader sees. */
export function chartWorkbook(content: ChartContent, insertion: Insertion): Uint8Array {
  const text = insertionText(insertion);
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => [
    text.slice(at * PIECE, (at + 1) * PIECE),
  ]);
  return workbookBytes([dataSheet(content), { name: IDENTITY_SHEET, rows: pieces, isVeryHidden: true }], UNCOMPRESSED);
}

/** The sheet that says what a chart is, in cells one below the other. */
export const IDENTITY_SHEET = 'plumbline';

/** A cell takes 32,767 characters, and the text is cut nowhere near it. */
const PIECE = 30_000;
const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
