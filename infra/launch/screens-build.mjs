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
 * Builds the tab and the task pane, each when there is no build of its sources as they are now.
 * @param {string} node the path of the Node that runs the builds
 */
export async function buildScreens(node) {
  for (const screens of ALL) {
    if (isBuilt(screens, sourceHash(screens))) continue;
    await alone(async () => {
      const hash = sourceHash(screens);
      if (!isBuilt(screens, hash)) await build(node, screens, hash);
    });
  }
}

/**
 * @param {string} node
 * @param {Screens} screens
 * @param {string} hash of the sources that go into this build
 */
async function build(node, screens, hash) {
  const { name, folder } = screens;
  const started = performance.now();
  say('build', `the ${name}, from ${folder}`);
  const stop = heartbeat('build');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // For a host on this machine: a production build hears Microsoft's hosts only.
  const { code, output } = await runQuietly(node, [vite, 'build', '--mode', 'local-host', '--logLevel', 'warn'], {
    folder: join(ROOT, folder),
  });
  stop();
  if (code !== 0)
    throw new SetupFault(`${tellingLines(output)}\n\nbuild: the ${name} does not build; the lines above say why.`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(doneFile(screens), hash);
  say('build', `the ${name}, ${secondsSince(started)}`);
}

/** @param {Screens} screens */
function sourceHash({ folder }) {
  const settings = readdirSync(join(ROOT, folder)).filter((name) => /\.(ts|html|json)$/.test(name));
  const own = ['src', 'public', ...settings].map((name) => `${folder}/${name}`);
  return fingerprint(ROOT, [...own, 'shared/src', 'shared/package.json', 'package-lock.json']);
}

/**
 * @param {Screens} screens
 * @param {string} hash
 */
function isBuilt(screens, hash) {
  const done = doneFile(screens);
  return existsSync(join(ROOT, screens.folder, 'dist')) && existsSync(done) && readFileSync(done, 'utf8') === hash;
}

/** @param {Screens} screens */
function doneFile({ name }) {
  return join(CACHE, `${name}.sha256`);
}
