import { readFileSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../../journeys/screens/seat.ts';

/** The pictures that manifests name: each drawing, and the files that are made of it, with their sizes in pixels. */
const PICTURES = [
  {
    folder: 'office-addin/public/icons',
    drawing: 'plumbline.svg',
    files: { '16.png': 16, '32.png': 32, '80.png': 80 },
  },
  { folder: 'teams-app/manifest/icons', drawing: 'color.svg', files: { 'color.png': 192 } },
  { folder: 'teams-app/manifest/icons', drawing: 'outline.svg', files: { 'outline.png': 32 } },
];

const browser = await launchBrowser();
for (const { folder, drawing, files } of PICTURES) {
  const place = new URL(`../../../${folder}/`, import.meta.url);
  const svg = readFileSync(new URL(drawing, place), 'utf8');
  for (const [name, size] of Object.entries(files)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(new URL(name, place), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
}
await browser.close();
