import { expect } from '@jest/globals';
import type { DemoWindows } from '../screens/demo-windows.ts';
import { look, shoot } from '../screens/look.ts';
import { PAGE, PANEL, Seat, type Size } from '../screens/seat.ts';
import { cutOff, englishOn, englishSentences } from './english-left.ts';

const PHONE: Size = { width: 390, height: 844 };

/** The widths that a page of the tab has: on a laptop, on a phone, and in the narrowest window. */
export const PAGE_SIZES: readonly Size[] = [PAGE, PHONE, PANEL];

/** A window of somebody whose Teams is in German, and the sizes that it is looked at in. */
export interface GermanWindow {
  readonly seat: Seat;
  readonly sizes: readonly Size[];
}

type Sight = readonly [window: GermanWindow, name: string, text: string | RegExp];

const ENGLISH = englishSentences();

/** Opens a place of Local Teams in German; it is as large as the first of its sizes. */
export async function openInGerman(
  { context, service }: DemoWindows,
  query: string,
  sizes: readonly [Size, ...Size[]],
): Promise<GermanWindow> {
  const url = `${service.origin}/?${query}&language=de-de&frame=bare`;
  return { seat: await Seat.open(context, { url, size: sizes[0], device: 'light' }), sizes };
}

/** Waits for German words, one window after the other, and looks for what is wrong, in English or cut off, in each size. */
export async function see(...sights: readonly Sight[]): Promise<void> {
  const found: string[] = [];
  for (const [{ seat, sizes }, name, text] of sights) {
    // A window behind others draws no frames, and so it would not fit into another size.
    await seat.page.bringToFront();
    await seat.shows(text);
    found.push(...(await look(seat, `german ${name} ${seat.size.width}`)));
    for (const size of sizes) found.push(...(await faultsAt(seat, size, name)));
    await resizeTo(seat, seat.size);
  }
  expect(found).toEqual([]);
}

/** Goes through pages of the tab. */
export async function visit(
  window: GermanWindow,
  pages: readonly (readonly [path: string, name: string, text: string | RegExp])[],
): Promise<void> {
  for (const [path, name, text] of pages) {
    await window.seat.go(path);
    await see([window, name, text]);
  }
}

async function faultsAt(seat: Seat, size: Size, name: string): Promise<readonly string[]> {
  await resizeTo(seat, size);
  const tab = await seat.tab();
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const faults = [...(await englishOn(tab, ENGLISH)), ...(await cutOff(tab))];
  if (wide > 0) faults.push(`scrolls sideways by ${wide} px`);
  if (size !== seat.size) await shoot(seat, `german ${name} ${size.width}.default`, size);
  return faults.map((fault) => `${name} ${size.width}: ${fault}`);
}

/** Waits until what measures itself has been drawn in the new size. */
async function resizeTo(seat: Seat, size: Size): Promise<void> {
  await seat.page.setViewportSize(size);
  await seat.page.waitForFunction((width) => innerWidth === width, size.width, { polling: 20 });
  const tab = await seat.tab();
  await tab.evaluate(async () => {
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
