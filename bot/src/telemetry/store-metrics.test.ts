import { describe, expect, it } from '@jest/globals';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { ask, runService } from '../testing/running-service.ts';
import { storeMetrics } from './store-metrics.ts';

/** What was measured, by name: the attributes and the sum of each series. */
async function measured(act: (record: ReturnType<typeof storeMetrics>) => Promise<void> | void) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  await act(storeMetrics(provider.getMeter('test')));
  await provider.forceFlush();
  const scopes = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
  const metrics = scopes.flatMap((scope) => scope.metrics);
  await provider.shutdown();
  return Object.fromEntries(
    metrics.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      dataPoints.map(({ attributes, value }) => [attributes, typeof value === 'object' ? value.sum : value]),
    ]),
  );
}

const series = (container: string, storeOperation: string, operation: string) => ({
  'plumbline.store.container': container,
  'plumbline.store.operation': storeOperation,
  'plumbline.operation': operation,
});

describe('the metrics of the store', () => {
  it('add up charges and retries by container and operation', async () => {
    const metrics = await measured((record) => {
      record({ operation: 'write', container: 'ballots', charge: 5.95, tries: 1 });
      record({ operation: 'write', container: 'ballots', charge: 11.9, tries: 3 });
      record({ operation: 'read', container: 'core', charge: 1, tries: 1 });
    });

    expect(metrics).toEqual({
      'plumbline.store.request_charge': [
        [series('ballots', 'write', 'none'), 17.85],
        [series('core', 'read', 'none'), 1],
      ],
      'plumbline.store.retries': [[series('ballots', 'write', 'none'), 2]],
    });
  });

  it('name the operation of the contract, or keeping house, that caused a call', async () => {
    const metrics = await measured(async (record) => {
      const service = await runService({
        product: (product) => ({
          ...product,
          async keepHouse(ports) {
            await product.keepHouse(ports);
            record({ operation: 'list', container: 'core', charge: 3, tries: 1 });
          },
          useCases: {
            ...product.useCases,
            async viewHome(ports, call) {
              const home = await product.useCases.viewHome(ports, call);
              record({ operation: 'read', container: 'teams', charge: 1, tries: 1 });
              return home;
            },
          },
        }),
      });
      expect((await ask(service, { as: 'anna', path: '/api/me' })).status).toBe(200);
      await service.end();
    });

    expect(metrics['plumbline.store.request_charge']).toEqual([
      [series('core', 'list', 'keepHouse'), 3],
      [series('teams', 'read', 'viewHome'), 1],
    ]);
  });
});
