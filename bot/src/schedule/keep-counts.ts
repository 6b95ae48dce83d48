import { createRecounts } from '@plumbline/shared/application/ballots/recounts';
import type { Ports } from '@plumbline/shared/application/use-case';
import type { Duration } from '@plumbline/shared/kernel/instant';
import { runAs } from '../telemetry/running-operation.ts';

/** The ports of a service that counts what its ballots ask for. */
export interface Counting {
  readonly ports: Ports;
  /** Ends it; resolves once what was asked for is counted. */
  readonly stop: () => Promise<void>;
}

/**
 * Counts rounds a moment after ballots came, once for all that came in that moment: nobody waits for a count, and when it
 * moves it says nothing of the moment of a ballot. A count that fails is told; keeping house makes up for it.
 */
export function keepCounts(
  engines: Omit<Ports, 'recount'>,
  { after, onFault }: { readonly after: Duration; readonly onFault: (fault: unknown) => void },
): Counting {
  const recounts = createRecounts();
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<void> = Promise.resolve();
  const ports: Ports = {
    ...engines,
    recount(recount) {
      recounts.ask(recount);
      timer ??= setTimeout(count, after);
    },
  };

  function count(): void {
    timer = null;
    underWay = underWay.then(() => runAs('recount', () => recounts.run(ports))).catch(onFault);
  }

  return {
    ports,
    async stop() {
      if (timer) {
        clearTimeout(timer);
        count();
      }
      await underWay;
    },
  };
}
