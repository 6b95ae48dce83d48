import { metrics, type Counter, type Histogram, type MeterProvider, type UpDownCounter } from '@opentelemetry/api';

/** What is measured, by the names under which dashboards and alerts find it. */
export const METRICS = {
  /** Seconds, by method, status and operation. */
  requests: 'http.server.request.duration',
  /** Seconds, by operation and outcome: `ok`, the kind of the refusal, or `fault`. */
  operations: 'plumbline.operation.duration',
  /** How often it was refused, by kind. */
  refusals: 'plumbline.refusals',
  /** Requests that were refused because a person or an organisation asked too often, by whose limit it was. */
  limited: 'plumbline.requests.limited',
  /** Open live streams. */
  watchers: 'plumbline.live.watchers',
  /** Moments of messages that nobody asked for, whatever came of them: the difference would say who has answered. */
  nudges: 'plumbline.nudges.handled',
  /** Request units of the store, by container, operation of the store and operation. */
  charges: 'plumbline.store.request_charge',
  /** Tries after the first, by the same. */
  retries: 'plumbline.store.retries',
} as const;

/** What dashboards and alerts may tell one series from another by. */
export const ATTRIBUTES = {
  method: 'http.request.method',
  status: 'http.response.status_code',
  operation: 'plumbline.operation',
  outcome: 'plumbline.outcome',
  kind: 'plumbline.problem.kind',
  instance: 'plumbline.problem.instance',
  /** Whose limit a request passed, and not who they are: `person` or `tenant`. */
  limit: 'plumbline.limit',
  container: 'plumbline.store.container',
  storeOperation: 'plumbline.store.operation',
} as const;

/** The instruments of what the service does. */
export interface Instruments {
  readonly requests: Histogram;
  readonly operations: Histogram;
  readonly refusals: Counter;
  readonly limited: Counter;
  readonly watchers: UpDownCounter;
  readonly nudges: Counter;
}

/** The limits that OpenTelemetry's conventions advise for seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

let made: { readonly provider: MeterProvider; readonly instruments: Instruments } | null = null;

/** The instruments of the provider that is set; where none is, they measure nothing. */
export function instruments(): Instruments {
  const provider = metrics.getMeterProvider();
  if (made?.provider !== provider) made = { provider, instruments: makeInstruments(provider) };
  return made.instruments;
}

function makeInstruments(provider: MeterProvider): Instruments {
  const meter = provider.getMeter('plumbline');
  const seconds = { unit: 's', advice: { explicitBucketBoundaries: SECONDS } };
  return {
    requests: meter.createHistogram(METRICS.requests, { ...seconds, description: 'Duration of requests.' }),
    operations: meter.createHistogram(METRICS.operations, { ...seconds, description: 'Duration of operations.' }),
    refusals: meter.createCounter(METRICS.refusals, { unit: '{refusal}', description: 'What was refused, by kind.' }),
    limited: meter.createCounter(METRICS.limited, {
      unit: '{request}',
      description: 'Requests that were refused because a person or an organisation asked too often.',
    }),
    watchers: meter.createUpDownCounter(METRICS.watchers, { unit: '{stream}', description: 'Open live streams.' }),
    nudges: meter.createCounter(METRICS.nudges, {
      unit: '{message}',
      description: 'Moments of messages that nobody asked for, whatever came of them.',
    }),
  };
}
