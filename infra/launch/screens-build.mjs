import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { tellingLines } from './explain-install.mjs';
import { fingerprint } from './fingerprint.mjs';
import { heartbeat, say, secondsSince } from './progress.mjs';
import { CACHE, ROOT } from './root.mjs';
import { SetupFault } from './setup-fault.mjs';
import { alone } from './setup-lock.mjs';

/** @typedef {{ readonly name: string, readonly folder: string }} Screens what people see, and where its sources are */

/** @type {readonly Screens[]} */
const ALL = [
  { name: 'tab', folder: 'teams-app' },
  { name: 'pane', folder: 'office-addin' },
];

/**
 * For whom screens are built: a host on this machine, or Microsoft's, which are all that a production build hears.
 * @typedef {'local-host' | 'production'} Mode
 */

/**
 * Builds the tab and the task pane, each when there is no build of its sources as they are now.
 * @param {string} node the path of the Node that runs the builds
 * @param {Mode} [mode]
 */
export async function buildScreens(node, mode = 'local-host') {
  for (const screens of ALL) {
    if (isBuilt(screens, madeOf(screens, mode))) continue;
    await alone(async () => {
      const made = madeOf(screens, mode);
      if (!isBuilt(screens, made)) await build(node, screens, { mode, made });
    });
  }
}

/**
 * @param {string} node
 * @param {Screens} screens
 * @param {{ readonly mode: Mode, readonly made: string }} how
 */
async function build(node, screens, { mode, made }) {
  const { name, folder } = screens;
  const started = performance.now();
  say('build', `the ${name}, from ${folder}`);
  const stop = heartbeat('build');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runQuietly(node, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
    folder: join(ROOT, folder),
  });
  stop();
  if (code !== 0)
    throw new SetupFault(`${tellingLines(output)}\n\nbuild: the ${name} does not build; the lines above say why.`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(doneFile(screens), made);
  say('build', `the ${name}, ${secondsSince(started)}`);
}

/**
 * What a build is made of: its mode, and a hash of its sources.
 * @param {Screens} screens
 * @param {Mode} mode
 */
function madeOf({ folder }, mode) {
  const settings = readdirSync(join(ROOT, folder)).filter((name) => /\.(ts|html|json)$/.test(name));
  const own = ['src', 'public', ...settings].map((name) => `${folder}/${name}`);
  return `${mode} ${fingerprint(ROOT, [...own, 'shared/src', 'shared/package.json', 'package-lock.json'])}`;
}

/**
 * @param {Screens} screens
 * @param {string} made
 */
function isBuilt(screens, made) {
  const done = doneFile(screens);
  return existsSync(join(ROOT, screens.folder, 'dist')) && existsSync(done) && readFileSync(done, 'utf8') === made;
}

/** @param {Screens} screens */
function doneFile({ name }) {
  return join(CACHE, `${name}.sha256`);
}
