import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { ATTRIBUTES, METRICS } from '@plumbline/bot/telemetry/instruments';
import { at, readTemplates, type Value } from './bicep.ts';

const WORKBOOK = new URL('../../infra/azure/operations.workbook.json', import.meta.url);

/** Every text that stands somewhere in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The names of metrics and of attributes that queries ask for. */
function askedIn(queries: readonly string[]) {
  const all = (pattern: RegExp) => queries.flatMap((query) => [...query.matchAll(pattern)].map(([, name]) => name));
  return {
    metrics: [...new Set(all(/\bname == "([^"]+)"/gi))].toSorted(),
    attributes: [...new Set(all(/(?:customDimensions|Properties)\["([^"]+)"\]/g))],
  };
}

it('OP4 the dashboard shows everything that is measured, by attributes that are reported', async () => {
  const queries = textsIn(JSON.parse(await readFile(WORKBOOK, 'utf8'))).filter((text) =>
    text.includes('where name =='),
  );
  const { metrics, attributes } = askedIn(queries);
  expect(metrics).toEqual(Object.values(METRICS).toSorted());
  expect(attributes.filter((one) => !isAttribute(one))).toEqual([]);
});

it('OP4 the dashboard adds up open streams over the instances, each of which reports its own again and again', async () => {
  const [query] = textsIn(JSON.parse(await readFile(WORKBOOK, 'utf8'))).filter((text) =>
    text.includes(`where name == "${METRICS.watchers}"`),
  );
  const steps = query?.split('\n| ') ?? [];
  expect(steps.filter((step) => step.startsWith('summarize'))).toEqual([
    'summarize Open = avg(valueSum) by cloud_RoleInstance, bin(timestamp, 5m)',
    'summarize Streams = sum(Open) by timestamp',
  ]);
});

/** What the alerts ask for that are about metrics. */
async function alertQueries(): Promise<readonly string[]> {
  const rules: readonly Value[] = (await readTemplates()).flatMap(({ resources }) =>
    resources.flatMap(({ type, body }) => (type === 'Microsoft.Insights/scheduledQueryRules' ? [body] : [])),
  );
  const queries = rules
    .flatMap((rule) => textsIn(at(rule, 'properties.criteria')))
    .filter((text) => text.includes('AppMetrics'));
  expect(queries.length).toBeGreaterThanOrEqual(2);
  return queries;
}

it('OP4 alerts look at the whole of their window: a bin begins by the clock, and would have only some of it', async () => {
  expect((await alertQueries()).filter((query) => query.includes('bin('))).toEqual([]);
});

it('OP4 alerts ask only for what is measured', async () => {
  const queries = await alertQueries();
  const { metrics, attributes } = askedIn(queries);
  const known: readonly string[] = Object.values(METRICS);
  expect(metrics.filter((name) => name === undefined || !known.includes(name))).toEqual([]);
  expect(attributes.filter((one) => !isAttribute(one))).toEqual([]);
});

function isAttribute(name: string | undefined): boolean {
  const known: readonly (string | undefined)[] = Object.values(ATTRIBUTES);
  return known.includes(name);
}
