import type { ChartContent, Exhibit } from '../ooxml/exhibit.ts';

/** The source line of a quarter later. */
export const FRESH = '12 of 12 answered · 11 February 2027';

/** The same exhibit a quarter later. */
export function later(exhibit: Exhibit, change: (chart: ChartContent) => ChartContent = (chart) => chart): Exhibit {
  const { body } = exhibit;
  return {
    ...exhibit,
    title: `${exhibit.title}, now closer`,
    altText: `${exhibit.altText} Now closer.`,
    sourceLine: FRESH,
    notes: ['Everything moved.', ...exhibit.notes.slice(1), 'One more.'],
    provenance: { ...exhibit.provenance, revision: 52, answered: 12 },
    body: body.form === 'chart' ? { form: 'chart', chart: change(body.chart) } : body,
  };
}

/** All values of a chart moved. */
export function moved(chart: ChartContent): ChartContent {
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      values: series.values.map((value) => (value === null ? 7 : Math.abs(value - 1))),
    })),
  };
}
