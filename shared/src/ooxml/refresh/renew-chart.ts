import { chartWorkbook } from '../charts/add-chart.ts';
import type { ChartLook } from '../charts/chart-look.ts';
import { chartSpace } from '../charts/chart-space.ts';
import type { ChartContent, Insertion, Written } from '../exhibit.ts';
import { readPart, writePart, type OpcPackage } from '../package/opc-package.ts';
import { baseContent, drawnChart } from './chart-state.ts';
import type { RefreshFault } from './found.ts';
import { mergeChart } from './merge-chart.ts';
import { lookOfChart } from './surroundings.ts';
import { workbookEdits } from './workbook-edits.ts';

export interface ChartRenewal {
  readonly chart: string;
  readonly workbook: string | null;
  readonly content: ChartContent;
  readonly insertion: Insertion;
  readonly look: Pick<ChartLook, 'theme' | 'language' | 'rightToLeft'>;
  readonly written: Written | null;
  readonly mark: (text: string) => string;
  readonly replaceEdited: boolean;
}

/** Renews the part of a chart and its workbook, in a deck or in a text; a refusal changes nothing. */
export function renewChart(draft: OpcPackage, renewal: ChartRenewal): RefreshFault | null {
  const { content, insertion, written, mark } = renewal;
  const chart = readPart(draft, renewal.chart);
  if (!chart) return { kind: 'refresh.unreadable' };
  const workbook = renewal.workbook === null ? undefined : draft.parts.get(renewal.workbook);
  const edits = workbookEdits(chart, workbook, { written, mark });
  if (edits.length > 0 && !renewal.replaceEdited) return { kind: 'refresh.edited', edits };
  const look = lookOfChart(chart, renewal.look);
  const known = written?.body.form === 'chart' ? written.body.series : content.series;
  const drawn = drawnChart(chart, known);
  const isDrawable = drawn.series.some(({ id }) => id !== null);
  if (!isDrawable) return { kind: 'refresh.other-form' };
  const base = baseContent(content, drawn, written);
  mergeChart({
    chart,
    base: base && chartSpace(base, look, ''),
    fresh: chartSpace(content, look, ''),
    content,
    written,
    mark,
  });
  writePart(draft, renewal.chart, chart);
  if (renewal.workbook !== null) draft.parts.set(renewal.workbook, chartWorkbook(content, insertion));
  return null;
}
