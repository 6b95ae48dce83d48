import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { SetupFault } from './setup-fault.mjs';

/** The first Node that runs TypeScript sources by itself, without a flag. */
const OLDEST = [22, 18];

/**
 * The Node that runs the sources: the one this project pins, or the machine's own when that is new enough.
 * @returns {string} a path
 */
export function findNode() {
  const path = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const answer = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }) : undefined;
  const pinned = answer?.status === 0 ? { path, version: answer.stdout.trim() } : undefined;
  return chooseNode({ pinned, host: { path: process.execPath, version: process.version } });
}

/**
 * Chooses between the pinned Node, if it runs here, and the machine's own.
 * @param {{
 *   readonly pinned: { readonly path: string, readonly version: string } | undefined,
 *   readonly host: { readonly path: string, readonly version: string },
 * }} candidates versions as Node prints them: `v24.21.0`
 * @returns {string} a path
 */
export function chooseNode({ pinned, host }) {
  if (pinned !== undefined && runsTypeScript(pinned.version)) return pinned.path;
  if (runsTypeScript(host.version)) return host.path;
  throw new SetupFault(
    `The Node that comes with this project cannot run here, and the machine's own is ${host.version}. Either let npm ` +
      "run the install script of the package 'node' (npm rebuild node), or install Node 24 from https://nodejs.org; " +
      'then run the command again.',
  );
}

/** @param {string} version */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
