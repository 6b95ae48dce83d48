import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { holdStill, type Seat } from './seat.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Evaluated, not added as a script: the page's own policy lets no foreign script in. */
const AXE = `${axe.source}; undefined`;

const RULES: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** All that a theme can break: it changes colours, and nothing of what is where. */
const COLOUR_RULES: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Where pictures of everything that is looked at go, for people to look at; none are taken without it. */
const SHOTS_DIR = process.env['SHOTS_DIR'] ?? '';

/** Longer than any page here. */
const TALLEST = 6_000;

/** Looks at what a seat shows in all its themes; what is wrong with it, empty when all is well. */
export async function look(seat: Seat, name: string): Promise<readonly string[]> {
  const tab = await seat.tab();
  const found: string[] = [];
  for (const [at, theme] of seat.themes.entries()) {
    await seat.wear(theme);
    found.push(...(await faultsOn(tab, at === 0 ? RULES : COLOUR_RULES)).map((fault) => `${name}, ${theme}: ${fault}`));
    await shoot(seat, `${name}.${theme}`);
  }
  await seat.wear(seat.themes[0] ?? 'default');
  return [...found, ...seat.complaints.splice(0).map((complaint) => `${name}: ${complaint}`)];
}

/** What is wrong with a page as it is now, for somebody who does not see it, or sees it in a small window. */
export async function faultsOn(page: Frame, asked = RULES): Promise<readonly string[]> {
  await holdStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules: axe.RunOnly) => {
    const { violations } = await window.axe.run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
      // A frame in it is a page of its own.
      iframes: false,
    });
    const broken = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [...broken, `scrolls sideways: ${scrollWidth} in ${innerWidth} px`] : broken;
  }, asked);
}

/** A picture of the whole page: the tab scrolls inside the window, so the window grows to what is in it. */
export async function shoot(seat: Seat, name: string, size = seat.size): Promise<void> {
  if (SHOTS_DIR === '') return;
  mkdirSync(SHOTS_DIR, { recursive: true });
  const tab = await seat.tab();
  const missing = await tab.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  const { width, height } = size;
  if (missing > 0) await seat.page.setViewportSize({ width, height: Math.min(height + missing, TALLEST) });
  await seat.page.screenshot({ path: join(SHOTS_DIR, `${name.replaceAll(/[^a-z0-9.]+/gi, '-')}.png`) });
  if (missing > 0) await seat.page.setViewportSize(size);
}
