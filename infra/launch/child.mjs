import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the repository's folder and keeps what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly folder?: string }} [options]
 * @returns {Promise<{ readonly code: number, readonly output: string }>} code 127 when it cannot be started
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.folder ?? ROOT,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @param {string} chunk */
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      resolve({ code: exitCode(code, signal), output });
    });
  });
}

/**
 * Runs a program in the foreground, on the same terminal, and ends with its exit code.
 * A terminal sends Ctrl-C to the whole group, so the child has it already; every other signal is handed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function runForeground(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit' });
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    process.on('SIGINT', handOn).on('SIGTERM', handOn).on('SIGHUP', handOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn).off('SIGHUP', handOn);
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * A shell's convention: the child's code, or 128 and the number of the signal that ended it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return signal === null ? (code ?? 1) : 128 + constants.signals[signal];
}
