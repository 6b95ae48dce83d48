import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { tellingLines } from './explain-install.mjs';
import { fingerprint } from './fingerprint.mjs';
import { heartbeat, say, secondsSince } from './progress.mjs';
import { CACHE, ROOT } from './root.mjs';
import { SetupFault } from './setup-fault.mjs';
import { alone } from './setup-lock.mjs';

const TAB = join(ROOT, 'teams-app');
const DONE = join(CACHE, 'tab.sha256');

/**
 * Builds the tab when there is no build of the sources as they are now.
 * @param {string} node the path of the Node that runs the build
 */
export async function buildTab(node) {
  if (isBuilt(sourceHash())) return;
  await alone(async () => {
    const hash = sourceHash();
    if (!isBuilt(hash)) await build(node, hash);
  });
}

/**
 * @param {string} node
 * @param {string} hash of the sources that go into this build
 */
async function build(node, hash) {
  const started = performance.now();
  say('build', 'the tab, from teams-app');
  const stop = heartbeat('build');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // For a host on this machine: a production build hears Microsoft's hosts only.
  const { code, output } = await runQuietly(node, [vite, 'build', '--mode', 'local-host', '--logLevel', 'warn'], {
    folder: TAB,
  });
  stop();
  if (code !== 0)
    throw new SetupFault(`${tellingLines(output)}\n\nbuild: the tab does not build; the lines above say why.`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(DONE, hash);
  say('build', `the tab, ${secondsSince(started)}`);
}

function sourceHash() {
  const settings = readdirSync(TAB).filter((name) => /\.(ts|html|json)$/.test(name));
  const own = ['src', 'public', ...settings].map((name) => `teams-app/${name}`);
  return fingerprint(ROOT, [...own, 'shared/src', 'shared/package.json', 'package-lock.json']);
}

/** @param {string} hash */
function isBuilt(hash) {
  return existsSync(join(TAB, 'dist')) && existsSync(DONE) && readFileSync(DONE, 'utf8') === hash;
}
