import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import { exampleDocument, heldDocument } from '@plumbline/shared/testing/documents';
import { english } from './english.ts';
import { DECK_THEMES, themedDeck } from './themed-decks.ts';

/** What draws a deck, and the package of Debian that has it. */
const PROGRAMS = [
  { program: 'soffice', asks: ['--version'], from: 'libreoffice-impress' },
  { program: 'pdftoppm', asks: ['-v'], from: 'poppler-utils' },
  { program: 'montage', asks: ['-version'], from: 'imagemagick' },
] as const;

/** Wide enough to see a hairline, small enough to look at thirty of them. */
const WIDTH = '1280';
const SHEET = ['-tile', '5x', '-geometry', '640x360+6+6'];

/** The sheet of the README: one slide of each kind, in the themes by turns. */
const README_SHEET = fileURLToPath(new URL('../../../infra/pictures/figures.png', import.meta.url));
const MOST_BYTES = 300_000;
const SHOWN = ['profile', 'agreement', 'before-after', 'trend', 'heatmap', 'commitments'] as const;

const missing = PROGRAMS.filter(({ program, asks }) => spawnSync(program, asks).error !== undefined);
if (missing.length > 0) {
  const packages = missing.map(({ from }) => from).join(' ');
  console.error(
    `To draw figures, ${missing.map(({ program }) => program).join(', ')} must be installed: apt-get install ${packages}, or ` +
      'LibreOffice, Poppler and ImageMagick from where your system has them.',
  );
  process.exit(1);
}
await drawFigures(resolve(process.argv[2] ?? join(tmpdir(), 'plumbline-figures')));

/** Every kind of figure, shown and held, as slides in every theme: a picture each, and a sheet for each theme. */
async function drawFigures(folder: string): Promise<void> {
  const say = await english();
  const held = allExhibits(heldDocument(), say).filter(({ key }) => key.figure === 'profile');
  const exhibits = [...allExhibits(exampleDocument(), say), ...held];
  const shown = SHOWN.map((figure) => exhibits.findIndex(({ key }) => key.figure === figure));
  const chosen: string[] = [];
  for (const [turn, theme] of DECK_THEMES.entries()) {
    const own = join(folder, theme.name);
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'figures.pptx'), themedDeck(exhibits, theme));
    const pictures = draw(own);
    run('montage', [...pictures, ...SHEET, join(folder, `${theme.name}.png`)]);
    console.log(`${join(folder, `${theme.name}.png`)}: ${pictures.length} slides`);
    chosen.push(...shown.filter((_, at) => at % DECK_THEMES.length === turn).map((at) => pictures[at] ?? ''));
  }
  const tight = ['-tile', '3x', '-geometry', '420x236+3+3', '-background', '#D5D9E0', '-depth', '8', '-colors', '128'];
  run('montage', [...chosen, ...tight, README_SHEET]);
  const { size } = statSync(README_SHEET);
  if (size > MOST_BYTES) throw new Error(`figures.png has ${size} bytes; ${MOST_BYTES} are the most`);
  console.log(`figures.png, ${Math.ceil(size / 1_000)} kB`);
}

/** Draws each slide of a folder's deck as a picture; their paths in the order of the slides. */
function draw(folder: string): readonly string[] {
  // A profile of its own, so that a LibreOffice that is open does not take the work and do nothing.
  const profile = mkdtempSync(join(tmpdir(), 'plumbline-soffice-'));
  try {
    const home = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    run('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'figures.pptx')]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  run('pdftoppm', [
    '-png',
    '-scale-to-x',
    WIDTH,
    '-scale-to-y',
    '-1',
    join(folder, 'figures.pdf'),
    join(folder, 'slide'),
  ]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .toSorted()
    .map((name) => join(folder, name));
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
