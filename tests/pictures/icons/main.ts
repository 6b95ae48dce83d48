import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { launchBrowser } from '../../journeys/screens/seat.ts';

const FOLDER = fileURLToPath(new URL('../../../office-addin/public/icons', import.meta.url));

/** What the manifests of the pane name. */
const SIZES = [16, 32, 80];

const drawing = readFileSync(join(FOLDER, 'plumbline.svg'), 'utf8');
const browser = await launchBrowser();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  writeFileSync(join(FOLDER, `${String(size)}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
