import type { Meter } from '@opentelemetry/api';
import type { Charge } from '../stores/cosmos/cosmos-store.ts';
import { ATTRIBUTES, METRICS } from './instruments.ts';
import { runningOperation } from './running-operation.ts';

/**
 * Measures what the store costs: `plumbline.store.request_charge` in request units and `plumbline.store.retries`, each
 * by container, operation of the store and operation of the product. Neither says whose documents they were.
 */
export function storeMetrics(meter: Meter): (charge: Charge) => void {
  const charges = meter.createHistogram(METRICS.charges, {
    unit: '{request_unit}',
    description: 'Request units of a call of the store, with all its tries.',
  });
  const retries = meter.createCounter(METRICS.retries, {
    unit: '{try}',
    description: 'Tries of calls of the store after their first.',
  });
  return ({ operation, container, charge, tries }) => {
    const by = {
      [ATTRIBUTES.container]: container,
      [ATTRIBUTES.storeOperation]: operation,
      [ATTRIBUTES.operation]: runningOperation(),
    };
    charges.record(charge, by);
    if (tries > 1) retries.add(tries - 1, by);
  };
}
