import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { readPackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { faultsOn } from '../screens/look.ts';

const SHOTS_DIR = process.env['SHOTS_DIR'] ?? '';

/** The pane beside the document. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('There is no pane');
  return frame;
}

/** The document that is open, as it would be saved now. */
export async function savedDocument(origin: string, id: string): Promise<OpcPackage> {
  const answer = await fetch(`${origin}/local/office/documents/${id}`);
  const document = readPackage(new Uint8Array(await answer.arrayBuffer()));
  if (!document.ok) throw new Error(document.error);
  return document.value;
}

/** What is wrong with how a page looks, a line each; it is photographed where `SHOTS_DIR` says so. */
export async function look(page: Page, name: string): Promise<readonly string[]> {
  const broken = await faultsOn(page.mainFrame());
  if (SHOTS_DIR !== '') {
    mkdirSync(SHOTS_DIR, { recursive: true });
    const path = join(SHOTS_DIR, `office-${name.replaceAll(' ', '-')}.png`);
    await page.screenshot({ path, fullPage: true });
  }
  return broken.map((fault) => `${name}: ${fault}`);
}
