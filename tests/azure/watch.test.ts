import { beforeAll, expect, it } from '@jest/globals';
import { createLogger, faultForLog } from '@plumbline/bot/telemetry/logger';
import { at, readTemplates, type Resource, type Template, type Value } from './bicep.ts';
import { azureText } from './settings.ts';

const ALERTS = [
  'Microsoft.Insights/metricAlerts',
  'Microsoft.Insights/scheduledQueryRules',
  'Microsoft.Consumption/budgets',
];

let templates: readonly Template[];
beforeAll(async () => {
  templates = await readTemplates();
});

function resourcesOf(...types: readonly string[]): readonly Resource[] {
  return templates.flatMap(({ resources }) => resources.filter(({ type }) => types.includes(type)));
}

/** The name of a resource, as pages write it: `<name>-slow`. */
function nameOf({ body }: Resource): string {
  return textOf(at(body, 'name')).replaceAll(/^'|'$/g, '').replace('${name}', '<name>');
}

function textOf(value: Value | undefined): string {
  const text = typeof value === 'string' ? value : at(value, 'expression');
  return typeof text === 'string' ? text : '';
}

it('AZ8 every alert has its row in the runbook, and no row is about another', async () => {
  const rows = (await azureText('RUNBOOK.md')).split('\n').filter((line) => line.startsWith('| `<name>-'));
  const told = rows.flatMap((row) => (row.split('|')[1] ?? '').match(/<name>-[a-z-]+/g) ?? []);
  const alerts = resourcesOf(...ALERTS).map(nameOf);
  expect(alerts.length).toBeGreaterThanOrEqual(7);
  expect(told.toSorted()).toEqual(alerts.toSorted());
});

it('AZ8 the alert for faults finds the line of a fault, and not that of a request which could not be served', () => {
  const [rule] = resourcesOf('Microsoft.Insights/scheduledQueryRules').filter((one) => nameOf(one) === '<name>-faults');
  const query = JSON.stringify(at(rule?.body, 'properties.criteria.allOf'));
  const [, wanted = ''] = /Log contains (.*?)"[,}]/.exec(query) ?? [];
  // Written in JSON, in Bicep and in the language of queries: nothing is left of it but the text.
  const text = wanted.replaceAll('\\', '').replaceAll(/^"|"$/g, '');
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => void lines.push(line) });
  log.error({ operation: 'turn', ...faultForLog(new TypeError('x')) }, 'fault');
  log.error({ operation: 'castBallot', status: 503 }, 'request');
  expect(lines.map((line) => line.includes(text))).toEqual([true, false]);
});

it('AZ9 reading of keys is kept, and no call to the database is', () => {
  const kept = resourcesOf('Microsoft.Insights/diagnosticSettings').map(({ body }) => [
    textOf(at(body, 'scope')),
    JSON.stringify(at(body, 'properties.logs')),
  ]);
  expect(kept.map(([scope]) => scope)).toEqual(['apps', 'vault']);
  expect(kept.at(-1)?.[1]).toContain('AuditEvent');
  expect(JSON.stringify(kept)).not.toMatch(/DataPlaneRequests|QueryRuntimeStatistics|PartitionKey/);
});
