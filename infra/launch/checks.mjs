import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { seconds, secondsSince } from './progress.mjs';
import { ROOT } from './root.mjs';

/**
 * @typedef {{ readonly name: string, readonly program: string, readonly args: readonly string[] }} Check
 * program: a JavaScript file under node_modules
 */

/** @type {readonly string[]} */
const TYPED = ['shared', 'bot', 'teams-app', 'office-addin', 'infra', 'tests'];

/** The workspaces whose sources the linter reads with a program of their own. @type {readonly string[]} */
const SCREENS = ['teams-app', 'office-addin'];
const ALL_BUT_SCREENS = ['.', ...SCREENS.flatMap((workspace) => ['--ignore-pattern', `${workspace}/**`])];

/** Longest first, so that two at a time end together. @type {readonly Check[]} */
const CHECKS = [
  { name: 'lint', program: 'eslint/bin/eslint.js', args: [...ALL_BUT_SCREENS, '--max-warnings', '0'] },
  { name: 'lint screens', program: 'eslint/bin/eslint.js', args: [...SCREENS, '--max-warnings', '0'] },
  ...TYPED.map((workspace) => ({ name: `types ${workspace}`, program: 'typescript/bin/tsc', args: ['-p', workspace] })),
  { name: 'boundaries', program: 'dependency-cruiser/bin/dependency-cruiser.mjs', args: TYPED },
  { name: 'dead code', program: 'knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--log-level', 'warn'] },
];

/** More at once would only compete for the two cores of a small machine. */
const AT_ONCE = 2;

/**
 * Runs every check, whatever the others say, and tells each result with its time.
 * @param {string} node the path of the Node that runs them
 * @returns {Promise<number>} exit code: 0 when all pass
 */
export async function runChecks(node) {
  const started = performance.now();
  const waiting = [...CHECKS];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await runCheck(node, check))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const result = failed === 0 ? 'all passed' : `${String(failed)} of ${String(CHECKS.length)} failed`;
  console.log(`check: ${result}, ${secondsSince(started)}`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {string} node
 * @param {Check} check
 * @returns {Promise<boolean>} whether it passed
 */
async function runCheck(node, { name, program, args }) {
  const started = performance.now();
  const path = join(ROOT, 'node_modules', program);
  const { code, output } = existsSync(path)
    ? await runQuietly(node, [path, ...args])
    : { code: 1, output: `${program} is not installed: run "npm install".\n` };
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${seconds(performance.now() - started)}`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}
