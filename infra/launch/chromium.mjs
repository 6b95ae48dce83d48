import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { tellingLines } from './explain-install.mjs';
import { heartbeat, say, secondsSince } from './progress.mjs';
import { SetupFault } from './setup-fault.mjs';
import { alone } from './setup-lock.mjs';

/** The shell is the same engine without the windows that nobody sees, and needs little more than half of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_APPS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * The browser for the journeys and pictures, installed with the system's packages when there is none.
 * @returns {Promise<string>} a path
 */
export async function needChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  return alone(async () => findChromium() ?? (await installChromium()));
}

/**
 * The first Chromium on this machine that runs, if any.
 * @returns {string | undefined} a path
 */
function findChromium() {
  return chromiumCandidates({ platform: process.platform, env: process.env }).find(runs);
}

/**
 * Where a Chromium may be, best first. CHROMIUM_PATH is a person's word: when set, nothing else is tried.
 * @param {{ readonly platform: NodeJS.Platform, readonly env: Readonly<NodeJS.ProcessEnv> }} machine
 * @returns {readonly string[]} paths
 */
export function chromiumCandidates({ platform, env }) {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return [chosen];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform === 'darwin')
    return [...onPath, ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  if (platform !== 'win32') return onPath;
  const programs = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']];
  return programs.flatMap((folder) => (folder === undefined ? [] : WINDOWS_APPS.map((app) => `${folder}\\${app}`)));
}

/**
 * How to get a Chromium by hand, for the system at hand.
 * @param {{ readonly platform: NodeJS.Platform, readonly chosen: string | undefined }} machine
 *   chosen: CHROMIUM_PATH, when set
 * @returns {string}
 */
export function chromiumAdvice({ platform, chosen }) {
  if (chosen !== undefined && chosen !== '') {
    return `CHROMIUM_PATH names ${chosen}, which does not run. Set it to a Chromium, Chrome or Edge, or unset it.`;
  }
  const how =
    platform === 'linux'
      ? 'Install one with the system\'s packages (Debian: "apt-get install chromium"; Fedora: "dnf install chromium"; ' +
        'Ubuntu: the .deb from https://google.com/chrome)'
      : 'Install Chrome from https://google.com/chrome';
  return `The browser journeys need Chromium, Chrome or Edge, and none was found. ${how}, or set CHROMIUM_PATH to one; then run the command again.`;
}

/** @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows a browser asked for its version opens a window; on Linux a stub that only points at a store fails here.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

async function installChromium() {
  const advice = chromiumAdvice({ platform: process.platform, chosen: process.env['CHROMIUM_PATH'] });
  const rootPrefix = aptPrefix();
  if (rootPrefix === undefined) throw new SetupFault(advice);
  const started = performance.now();
  say('chromium', "not found; installing it with the system's packages, once; about a minute");
  const stop = heartbeat('chromium');
  const updated = await apt(rootPrefix, ['update']);
  const install = (/** @type {string} */ browser) =>
    apt(rootPrefix, ['install', '-y', '--no-install-recommends', browser, 'fonts-liberation']);
  let installed = await install(isUbuntu() ? 'chromium-browser' : 'chromium-headless-shell');
  // An older Debian has no shell of its own.
  if (installed.code !== 0 && !isUbuntu()) installed = await install('chromium');
  stop();
  const found = findChromium();
  if (found === undefined) {
    const output = tellingLines(installed.code === 0 ? updated.output : installed.output);
    throw new SetupFault(`${output}\n\nchromium: could not be installed. ${advice}`);
  }
  say('chromium', `installed, ${secondsSince(started)}`);
  return found;
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args
 */
function apt(prefix, args) {
  const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
  return runQuietly(program, rest);
}

/** @returns {readonly string[] | undefined} what to put before apt-get; undefined when it cannot be used */
function aptPrefix() {
  // Another browser would not be used while CHROMIUM_PATH names one.
  if ((process.env['CHROMIUM_PATH'] ?? '') !== '' || !existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function isUbuntu() {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
