import { sayLate } from '@plumbline/shared/application/meeting-chats';
import { createNudger } from '@plumbline/shared/application/nudges/nudger';
import type { Messenger } from '@plumbline/shared/application/ports/messenger';
import type { Ports } from '@plumbline/shared/application/use-case';
import { SECOND, type Duration } from '@plumbline/shared/kernel/instant';
import { instruments } from '../telemetry/instruments.ts';
import { runAs } from '../telemetry/running-operation.ts';
import { keepGoing, type Round } from './keep-going.ts';

/** How often it is looked for what is to be said, in the service's time. */
const LOOKED_EVERY: Duration = 15 * SECOND;

/** Says unasked what is due, again and again, until it is stopped. What was begun to one person is finished first. */
export function keepNudging(options: {
  readonly ports: Ports;
  readonly messenger: Messenger;
  readonly onFault: (fault: unknown) => void;
}): Round {
  const { ports, messenger, onFault } = options;
  const nudger = createNudger(ports, messenger, () => instruments().nudges.add(1));
  let lookedAt = Number.NEGATIVE_INFINITY;
  let goesOn = true;
  const rounds = keepGoing({
    look: SECOND,
    isDue: () => ports.now() - lookedAt >= LOOKED_EVERY,
    async work() {
      lookedAt = ports.now();
      await runAs('nudge', async () => {
        await sayLate(ports, messenger, () => goesOn);
        await nudger.run(() => goesOn);
      });
    },
    onFault,
  });
  return {
    stop() {
      goesOn = false;
      return rounds.stop();
    },
  };
}
