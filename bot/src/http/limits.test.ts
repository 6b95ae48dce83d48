import { afterEach, describe, expect, it } from '@jest/globals';
import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { METRICS } from '../telemetry/instruments.ts';
import { ask, runService, type RunningService } from '../testing/running-service.ts';

const ME = '/api/me';

let service: RunningService;

afterEach(() => service.end());

describe('how much is left', () => {
  it('HT5 is told to nobody: it would say when others of the organisation ask, and so when they answer', async () => {
    service = await runService({ limits: { requestsPerMinute: 2, requestsPerMinuteOfTenant: 3 } });
    const answers = [];
    for (const as of ['anna', 'anna', 'anna', 'bob', 'bob']) answers.push(await ask(service, { as, path: ME }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 429]);
    const names = answers.flatMap(({ headers }) => [...headers.keys()]);
    expect(names).toContain('retry-after');
    expect(names.filter((name) => name.includes('ratelimit'))).toEqual([]);
  });
});

describe('what passes a limit', () => {
  it('OP1 is counted by whose limit it was, and not by who they are', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    const provider = new MeterProvider({ readers: [reader] });
    metrics.setGlobalMeterProvider(provider);
    service = await runService({ limits: { requestsPerMinute: 2, requestsPerMinuteOfTenant: 3 } });
    for (const as of ['anna', 'anna', 'anna', 'anna', 'bob', 'cleo']) await ask(service, { as, path: ME });
    await provider.forceFlush();
    const scopes = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
    metrics.disable();
    await provider.shutdown();

    const measured = scopes.flatMap((scope) => scope.metrics);
    const limited = measured.flatMap(({ descriptor, dataPoints }) =>
      descriptor.name === METRICS.limited ? dataPoints.map(({ attributes, value }) => [attributes, value]) : [],
    );
    expect(limited).toEqual([
      [{ 'plumbline.limit': 'person' }, 2],
      [{ 'plumbline.limit': 'tenant' }, 1],
    ]);
  });
});
