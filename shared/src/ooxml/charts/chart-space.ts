import type { ChartContent } from '../exhibit.ts';
import { element, type XmlElement } from '../package/xml.ts';
import { AXES, axesOf } from './axes.ts';
import { textProperties, unseen, type ChartLook } from './chart-look.ts';
import { plotLayout } from './plot-layout.ts';
import { barSeries, hasLegend, lineSeries, pointSeries } from './series.ts';
import { CHART, DRAWING, OFFICE } from '../package/namespaces.ts';

/** A chart part; `workbook` is the id of its link to the workbook that it is edited in. */
export function chartSpace(content: ChartContent, look: ChartLook, workbook: string): XmlElement {
  const text = { colour: { scheme: 'tx1' }, size: look.textSize } as const;
  return element(
    'c:chartSpace',
    { 'xmlns:c': CHART, 'xmlns:a': DRAWING, 'xmlns:r': OFFICE },
    element('c:date1904', { val: 0 }),
    element('c:lang', { val: look.language }),
    element('c:roundedCorners', { val: 0 }),
    element(
      'c:chart',
      {},
      // The slide or the caption has the title.
      element('c:autoTitleDeleted', { val: 1 }),
      element('c:plotArea', {}, plotLayout(content, look), plot(content, look), ...axesOf(content, look), unseen()),
      hasLegend(content) ? legend(content, look) : null,
      element('c:plotVisOnly', { val: 1 }),
      element('c:dispBlanksAs', { val: 'gap' }),
    ),
    unseen(),
    textProperties(text, look),
    // PowerPoint draws the numbers in this part, and asks the workbook only when somebody edits them.
    element('c:externalData', { 'r:id': workbook }, element('c:autoUpdate', { val: 0 })),
  );
}

function plot(content: ChartContent, look: ChartLook): XmlElement {
  const axes = [element('c:axId', { val: AXES.first }), element('c:axId', { val: AXES.second })];
  const plain = element('c:varyColors', { val: 0 });
  switch (content.form) {
    case 'bars':
    case 'columns':
    case 'stacked-bars': {
      const isStacked = content.form === 'stacked-bars';
      const overlap = isStacked ? 100 : content.series.length > 1 ? -5 : 0;
      return element(
        'c:barChart',
        {},
        element('c:barDir', { val: content.form === 'columns' ? 'col' : 'bar' }),
        element('c:grouping', { val: isStacked ? 'stacked' : 'clustered' }),
        plain,
        ...barSeries(content, look),
        element('c:gapWidth', { val: gapWidth(content) }),
        element('c:overlap', { val: overlap }),
        ...axes,
      );
    }
    case 'lines':
      return element(
        'c:lineChart',
        {},
        element('c:grouping', { val: 'standard' }),
        plain,
        ...lineSeries(content, look),
        element('c:marker', { val: 1 }),
        ...axes,
      );
    case 'points':
      return element(
        'c:scatterChart',
        {},
        element('c:scatterStyle', { val: 'lineMarker' }),
        plain,
        pointSeries(content, look),
        ...axes,
      );
  }
}

/** Few bars are no walls, and many are no threads: none takes more than a seventh of the height. */
function gapWidth({ form, categories, series }: ChartContent): number {
  const usual = categories.length <= 3 ? 90 : categories.length <= 8 ? 55 : 40;
  if (form === 'columns') return usual;
  const side = form === 'stacked-bars' ? 1 : series.length;
  const thin = Math.round((7 / Math.max(1, categories.length) - side) * 100);
  return Math.max(usual, Math.min(WIDEST_GAP, thin));
}

/** The schema takes no more. */
const WIDEST_GAP = 500;

/** What takes room without being seen has no entry. */
function legend({ series, form }: ChartContent, look: ChartLook): XmlElement {
  const text = { colour: { scheme: 'tx1' }, size: look.textSize - 1 } as const;
  const hidden = series.map(({ mark }, idx) =>
    mark === 'offset'
      ? element('c:legendEntry', {}, element('c:idx', { val: idx }), element('c:delete', { val: 1 }))
      : null,
  );
  return element(
    'c:legend',
    {},
    element('c:legendPos', { val: form === 'lines' ? (look.rightToLeft ? 'l' : 'r') : 't' }),
    ...hidden,
    element('c:overlay', { val: 0 }),
    textProperties(text, look),
  );
}
