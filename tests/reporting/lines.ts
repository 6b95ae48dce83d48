import type { AggregatedResult, TestResult } from '@jest/reporters';

type FileResult = Pick<
  TestResult,
  'failureMessage' | 'console' | 'numPassingTests' | 'numFailingTests' | 'perfStats'
> & {
  readonly testExecError?: unknown;
};

type RunResult = Pick<
  AggregatedResult,
  'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites' | 'numPendingTests' | 'numTodoTests'
> & { readonly runExecError?: { readonly message: string } };

/** What is said about one test file: a line, and below it what a failed one printed and why it failed. */
export function fileLines(path: string, result: FileResult): readonly string[] {
  const seconds = ((result.perfStats.end - result.perfStats.start) / 1_000).toFixed(1);
  const tests = result.numPassingTests + result.numFailingTests;
  const failed = result.numFailingTests > 0 || result.testExecError !== undefined;
  const line = `${failed ? 'FAIL' : 'ok  '} ${path}  ${String(tests)} ${tests === 1 ? 'test' : 'tests'}, ${seconds} s`;
  if (!failed) return [line];
  const printed = (result.console ?? []).map(({ type, message }) => `  ${type}: ${message}`);
  return [line, ...printed, (result.failureMessage ?? '').trimEnd(), ''];
}

/**
 * The end of a run: tests that were left out, if any, then `N passed, N failed`. A file that cannot run at all is one
 * failure more, or a broken import would look like fewer tests.
 */
export function lastLines(results: RunResult): readonly string[] {
  const leftOut = results.numPendingTests + results.numTodoTests;
  const crashed = results.runExecError === undefined ? 0 : 1;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + crashed;
  return [
    ...(results.runExecError === undefined ? [] : [results.runExecError.message]),
    ...(leftOut === 0 ? [] : [`${String(leftOut)} not run: left out by the command's own filter`]),
    `${String(results.numPassedTests)} passed, ${String(failed)} failed`,
  ];
}
