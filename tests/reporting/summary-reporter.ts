import { relative } from 'node:path';
import type { AggregatedResult, Config, Reporter, Test, TestResult } from '@jest/reporters';
import { fileLines, lastLines } from './lines.ts';

/** Prints each test file as it ends and, as the very last line, `N passed, N failed`. All of it goes to stdout. */
export default class SummaryReporter implements Reporter {
  readonly #root: string;

  constructor(config: Config.GlobalConfig) {
    this.#root = config.rootDir;
  }

  onTestResult(test: Test, result: TestResult): void {
    const path = relative(this.#root, test.path);
    // The same file may run in two projects.
    const project = test.context.config.displayName?.name;
    print(fileLines(project === 'on cosmos' ? `${path} ${project}` : path, result));
  }

  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    print(lastLines(results));
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
