import type { Service } from './service.ts';
import { faultForLog, type Logger } from './telemetry/logger.ts';

/** How the process is told to stop, so that what is under way is finished first; a second signal ends it at once. */
export interface Process {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
}

/** Stops the service when the process is asked to end. */
export function stopOnSignal(process: Process, service: Pick<Service, 'stop'>, logger: Logger): void {
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      asked += 1;
      if (asked > 1) {
        process.exit(1);
        return;
      }
      service.stop().then(
        () => process.exit(0),
        (fault: unknown) => {
          logger.error(faultForLog(fault), 'The service did not stop in order');
          process.exit(1);
        },
      );
    });
  }
}
