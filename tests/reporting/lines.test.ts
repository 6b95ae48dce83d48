import { describe, expect, it } from '@jest/globals';
import { fileLines, lastLines } from './lines.ts';

const run = {
  numPassedTests: 12,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};
const file = {
  numPassingTests: 3,
  numFailingTests: 0,
  failureMessage: null,
  perfStats: {
    start: 1_000,
    end: 1_420,
    runtime: 420,
    slow: false,
    loadTestEnvironmentStart: 0,
    loadTestEnvironmentEnd: 0,
    setupFilesStart: 0,
    setupFilesEnd: 0,
    setupAfterEnvStart: 0,
    setupAfterEnvEnd: 0,
  },
};

describe('the end of a run', () => {
  it('is one line when everything ran', () => {
    expect(lastLines(run)).toEqual(['12 passed, 0 failed']);
  });

  it('counts a file that cannot run as a failure', () => {
    expect(lastLines({ ...run, numFailedTests: 1, numRuntimeErrorTestSuites: 2 })).toEqual(['12 passed, 3 failed']);
  });

  it('counts a run that broke down as a failure and says why', () => {
    expect(lastLines({ ...run, runExecError: { message: 'the worker died' } })).toEqual([
      'the worker died',
      '12 passed, 1 failed',
    ]);
  });

  it('names tests that were left out before the last line', () => {
    expect(lastLines({ ...run, numPendingTests: 4, numTodoTests: 1 })).toEqual([
      "5 not run: left out by the command's own filter",
      '12 passed, 0 failed',
    ]);
  });
});

describe('a test file', () => {
  it('is one line when it passes', () => {
    expect(fileLines('shared/src/a.test.ts', file)).toEqual(['ok   shared/src/a.test.ts  3 tests, 0.4 s']);
  });

  it('shows what it printed and why it failed', () => {
    const failing = {
      ...file,
      numFailingTests: 1,
      console: [{ type: 'log' as const, message: 'seed 7', origin: '' }],
      failureMessage: '● it adds up\n\n',
    };
    expect(fileLines('shared/src/a.test.ts', failing)).toEqual([
      'FAIL shared/src/a.test.ts  4 tests, 0.4 s',
      '  log: seed 7',
      '● it adds up',
      '',
    ]);
  });

  it('fails when it cannot run, though no test of it failed', () => {
    const broken = {
      ...file,
      numPassingTests: 0,
      testExecError: { message: 'no module' },
      failureMessage: 'no module',
    };
    expect(fileLines('a.test.ts', broken)).toEqual(['FAIL a.test.ts  0 tests, 0.4 s', 'no module', '']);
  });
});
