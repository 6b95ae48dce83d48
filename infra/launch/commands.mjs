import { delimiter, join } from 'node:path';
import { buildScreens } from './screens-build.mjs';
import { runChecks } from './checks.mjs';
import { runForeground } from './child.mjs';
import { needChromium } from './chromium.mjs';
import { installPackages } from './packages.mjs';
import { findNode } from './pinned-node.mjs';
import { ROOT } from './root.mjs';
import { SetupFault } from './setup-fault.mjs';

/** @typedef {(node: string, args: readonly string[]) => Promise<number>} Command */

/** What each npm script does once the packages are there. @type {ReadonlyMap<string, Command>} */
const COMMANDS = new Map([
  ['start', start],
  ['test', test],
  ['check', runChecks],
  ['build', build],
  ['bench', bench],
  ['pictures', pictures],
  ['measures', measures],
  ['data', data],
  ['package', makePackages],
]);

/**
 * Sets up what a command needs and is missing, then runs it.
 * @param {string} name of the npm script
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runCommand(name, args) {
  const command = COMMANDS.get(name);
  if (command === undefined) {
    console.error(`There is no command "${name}". There are: ${[...COMMANDS.keys()].join(', ')}.`);
    return 1;
  }
  try {
    await installPackages();
    return await command(findNode(), args);
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** @type {Command} */
async function start(node, args) {
  await buildScreens(node);
  const { PORT = '3978', DATA_DIR = '.data' } = process.env;
  return runSource(node, ['infra/local/main.ts', ...args], { PORT, DATA_DIR });
}

/** The seed of the properties, so that a run can be had again; another one is asked for by `npm test -- --seed=N`. */
const SEED = '--seed=2026';

/** @type {Command} */
async function test(node, args) {
  // Unit tests beside the code need neither built screens nor a browser.
  const whole = args.length === 0 || args.some((arg) => arg.includes('tests'));
  if (whole) await buildScreens(node);
  const NODE_OPTIONS = [
    process.env['NODE_OPTIONS'],
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ]
    .filter((option) => option !== undefined)
    .join(' ');
  const additions = whole ? { NODE_OPTIONS, CHROMIUM_PATH: await needChromium() } : { NODE_OPTIONS };
  const seed = args.some((arg) => arg.startsWith('--seed')) ? [] : [SEED];
  return runForeground(
    node,
    [join('node_modules', 'jest', 'bin', 'jest.js'), ...seed, ...args],
    environment(additions),
  );
}

/**
 * Builds the screens for Microsoft's hosts, as they are served in production.
 * @type {Command}
 */
async function build(node) {
  await buildScreens(node, 'production');
  return 0;
}

/** @type {Command} */
async function bench(node, args) {
  await buildScreens(node);
  // A pack is inserted in a browser.
  const additions = args.length === 0 || args[0] === 'documents' ? { CHROMIUM_PATH: await needChromium() } : {};
  return runSource(node, ['tests/bench/main.ts', ...args], additions);
}

/** @type {Command} */
async function pictures(node, args) {
  // LibreOffice draws figures from files alone.
  if (args[0] === 'figures') return runSource(node, ['tests/pictures/figures/main.ts', ...args.slice(1)], {});
  if (args[0] === 'access') return runSource(node, ['tests/pictures/access/main.ts'], {});
  if (args[0] === 'icons')
    return runSource(node, ['tests/pictures/icons/main.ts'], { CHROMIUM_PATH: await needChromium() });
  await buildScreens(node);
  return runSource(node, ['tests/pictures/main.ts', ...args], { CHROMIUM_PATH: await needChromium() });
}

/** @type {Command} */
async function measures(node, args) {
  return runSource(node, ['infra/measures/main.ts', ...args], {});
}

/** @type {Command} */
async function makePackages(node, args) {
  return runSource(node, ['infra/package/main.ts', ...args], {});
}

/** @type {Command} */
async function data(node, args) {
  const { DATA_DIR = '.data' } = process.env;
  return runSource(node, ['infra/data/main.ts', ...args], { DATA_DIR });
}

/**
 * Runs a TypeScript source; the flag is for a Node in which running them is still announced as an experiment.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} additions
 */
function runSource(node, args, additions) {
  return runForeground(node, ['--disable-warning=ExperimentalWarning', ...args], environment(additions));
}

/**
 * The environment of a command: the person's own, with the project's programs first on the path.
 * @param {NodeJS.ProcessEnv} additions
 * @returns {NodeJS.ProcessEnv}
 */
function environment(additions) {
  const PATH = [join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH, ...additions };
}
