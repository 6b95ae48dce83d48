import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES, departures, references } from './reference.ts';

const LAUNCHER = fileURLToPath(new URL('../../infra/launch/run.mjs', import.meta.url));

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-measures-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Line {
  readonly case: string | null;
  readonly measure: string | null;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly kind: string; readonly detail: string; readonly next: string };
}

/** Runs what `npm run measures -- ...` runs, in the test's folder. */
async function measures(...words: readonly string[]) {
  const child = spawn(process.execPath, [LAUNCHER, 'measures', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder },
  });
  const told = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.err += text;
  });
  await once(child, 'close');
  return { code: child.exitCode, ...told };
}

function linesIn(out: string): readonly Line[] {
  expect(out).toMatch(/\n$/);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const summed = { case: 'a', measure: 'monte_carlo_p', input: { exceedances: 4, draws: 99 }, params: {} };
const unknown = { case: 'b', measure: 'horoscope', input: {}, params: {} };
const malformed = { case: 'c', measure: 'monte_carlo_p', input: { exceedances: 'four' }, params: {} };

describe('MS1 npm run measures', () => {
  it('gives every case of the folder one line that agrees, and nothing else', async () => {
    const { code, out, err } = await measures(fileURLToPath(CASES));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = linesIn(out);
    const cases = references();
    expect(lines.map(({ case: name, measure }) => [measure, name])).toEqual(
      cases.map(({ case: name, measure }) => [measure, name]),
    );
    for (const [index, reference] of cases.entries()) {
      const line = lines[index];
      expect(Object.keys(line ?? {})).toEqual(['case', 'measure', 'result']);
      expect([reference.case, ...departures(line?.result ?? {}, reference)]).toEqual([reference.case]);
    }
  });

  it('computes what is asked, not what is expected', async () => {
    writeFileSync(join(folder, 'lie.json'), JSON.stringify({ ...summed, expected: { p: 1, q: 2 }, tolerance: 0 }));
    const { code, out } = await measures('lie.json');
    expect({ code, lines: linesIn(out) }).toEqual({
      code: 0,
      lines: [{ case: 'a', measure: 'monte_carlo_p', result: { p: 0.05 } }],
    });
  });

  it('tells what cannot be computed, and does the rest', async () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'array.json'), JSON.stringify([unknown, summed]));
    writeFileSync(
      join(folder, 'deep', 'lines.jsonl'),
      `${JSON.stringify(malformed)}\n{"case": \n${JSON.stringify(summed)}`,
    );
    writeFileSync(join(folder, 'deep', 'no.json'), '{"case": "d", }');
    writeFileSync(join(folder, 'notes.txt'), 'not a case');
    writeFileSync(join(folder, 'case.schema.json'), '{}');
    const { code, out, err } = await measures('.', 'nowhere.json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(
      linesIn(out).map(({ case: name, measure, result, error }) => [name, measure, result ?? error?.kind]),
    ).toEqual([
      ['b', 'horoscope', 'case.unknown-measure'],
      ['a', 'monte_carlo_p', { p: 0.05 }],
      ['c', 'monte_carlo_p', 'case.malformed'],
      ['lines.jsonl', null, 'case.not-json'],
      ['a', 'monte_carlo_p', { p: 0.05 }],
      ['no.json', null, 'case.not-json'],
      ['nowhere.json', null, 'path.not-found'],
    ]);
    const errors = linesIn(out).flatMap(({ error }) => error ?? []);
    expect(errors).toHaveLength(5);
    for (const { detail, next } of errors)
      expect([detail, next]).toEqual([/\.$/, /\.$/].map((end) => expect.stringMatching(end)));
  });

  it('prints a csv as a table or as JSON, and names the place of what it cannot read', async () => {
    writeFileSync(join(folder, 'team.csv'), 'who;a;b\nAnna;1;4\nBo;2;5\nCy;1;5\n');
    writeFileSync(join(folder, 'slip.csv'), 'who;a;b\nAnna;1;4\nBo;2;9\nCy;1;five\n');
    const table = await measures('team.csv', '--low', '1', '--high', '5');
    expect({ code: table.code, err: table.err }).toEqual({ code: 0, err: '' });
    expect(table.out).toMatch(/^team\.csv: 3 raters, 2 items\n/);
    expect(table.out).not.toMatch(/^\{/m);
    const { file, size, notes } = JSON.parse((await measures('team.csv', '--json')).out) as Record<string, unknown>;
    expect({ file, size, notes }).toMatchObject({ file: 'team.csv', size: '3 raters, 2 items' });
    const slip = await measures('slip.csv', 'team.csv', '--high', '5');
    expect(slip.code).toBe(1);
    expect(slip.err).toBe(
      'slip.csv: Line 4, column 3 (b) holds "five", which is not a number. Write a number, or leave it empty where an answer is missing.\n',
    );
    expect(slip.out).toMatch(/^team\.csv: /);
  });

  it.each([
    [[], 'measures: No file or folder is named. npm run measures -- --help lists what there is.'],
    [['--as', 'poem', 'x.csv'], 'measures: --as poem is none of ratings, ranking, allocation, pairwise.'],
    [['--low', '7', '--high', '1', 'x.csv'], 'measures: --low must be below --high.'],
    [
      ['--low', 'one', '--names', 'maybe', 'x.csv'],
      '--low and --high take a number. --header and --names take yes or no.',
    ],
    [['--loud'], "Unknown option '--loud'"],
  ])('does not take %j', async (words, sentence) => {
    const { code, out, err } = await measures(...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });

  it('explains itself', async () => {
    const { code, out } = await measures('--help');
    expect(code).toBe(0);
    for (const option of ['--as', '--low', '--high', '--groups', '--before', '--header', '--names', '--json']) {
      expect(out).toContain(option);
    }
  });
});
