import type { Meter } from '@opentelemetry/api';

/** Whose limit a request passed. */
export type Limited = 'person' | 'tenant';

/** Counts requests that are refused for a limit, `plumbline.requests.limited`, by whose it was and not by who they are. */
export function limitMetrics(meter: Meter): (limited: Limited) => void {
  const refused = meter.createCounter('plumbline.requests.limited', {
    unit: '{request}',
    description: 'Requests that were refused because a person or an organisation asked too often.',
  });
  return (limited) => {
    refused.add(1, { 'plumbline.limit': limited });
  };
}
