import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { explainInstall, tellingLines } from './explain-install.mjs';
import { heartbeat, say, secondsSince } from './progress.mjs';
import { CACHE, ROOT } from './root.mjs';
import { SetupFault } from './setup-fault.mjs';
import { alone } from './setup-lock.mjs';

/**
 * @typedef {{
 *   readonly version?: string, readonly resolved?: string,
 *   readonly optional?: boolean, readonly devOptional?: boolean,
 * }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lockfile
 */

/** Installs the packages of the lockfile when they are missing or others are there. */
export async function installPackages() {
  if (isInstalled()) return;
  await alone(async () => {
    if (!isInstalled()) await install();
  });
}

/**
 * Whether npm's record of what it installed agrees with the lockfile. A package that is optional there may be absent:
 * it is for another system.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function agrees(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, locked]) => {
    if (!path.includes('node_modules/')) return true;
    const there = installed.packages[path];
    if (there === undefined) return locked.optional === true || locked.devOptional === true;
    return there.version === locked.version && there.resolved === locked.resolved;
  });
}

function isInstalled() {
  // npm writes its record last, so an interrupted installation has none.
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  return existsSync(record) && agrees(readLockfile(join(ROOT, 'package-lock.json')), readLockfile(record));
}

async function install() {
  const started = performance.now();
  say('install', 'npm packages, once; about a minute');
  const stop = heartbeat('install');
  const npm = process.env['npm_execpath'];
  // Without --include=dev a machine with NODE_ENV=production would leave out the tools that build the tab.
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
  const { code, output } =
    npm?.endsWith('.js') === true ? await runQuietly(process.execPath, [npm, ...args]) : await runQuietly('npm', args);
  stop();
  const log = join(CACHE, 'install.log');
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(log, output);
  if (code !== 0) {
    throw new SetupFault(
      `${tellingLines(output)}\n\ninstall: failed. ${explainInstall(output)}\nThe whole log: ${log}`,
    );
  }
  const count = Object.keys(readLockfile(join(ROOT, 'node_modules', '.package-lock.json')).packages).length;
  say('install', `${String(count)} packages, ${secondsSince(started)}`);
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  /** @type {unknown} */
  const content = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {Lockfile} */ (content);
}
