import type { ChartLook } from '../charts/chart-look.ts';
import { linkedPart, readPart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, findPath, type XmlElement } from '../package/xml.ts';
import { readTheme, type Theme } from '../theme/theme.ts';
import { OFFICE } from '../package/namespaces.ts';

/** The theme that a slide is drawn in. */
export function themeOfSlide(deck: OpcPackage, slide: string): Theme {
  const layout = linkedPart(deck, slide, `${OFFICE}/slideLayout`);
  const master = layout === null ? null : linkedPart(deck, layout, `${OFFICE}/slideMaster`);
  const theme = master === null ? null : linkedPart(deck, master, `${OFFICE}/theme`);
  const root = master === null ? null : readPart(deck, master);
  const map = root && childOf(root, 'p:clrMap')?.attributes;
  return map ? readTheme(deck, theme ?? '', map) : readTheme(deck, theme ?? '');
}

/** How what comes new to a chart is to look: as large as the text that the chart has. */
export function lookOfChart(chart: XmlElement, look: Pick<ChartLook, 'theme' | 'language' | 'rightToLeft'>): ChartLook {
  const size = Number(findPath(chart, 'c:txPr', 'a:p', 'a:pPr', 'a:defRPr')?.attributes['sz']);
  return { ...look, textSize: size > 0 ? size / 100 : 14 };
}
