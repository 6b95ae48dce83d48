import { createRemoteJWKSet } from 'jose';
import type { Router } from 'express';
import { environment, localConfigIn } from '@plumbline/bot/config';
import { openPorts } from '@plumbline/bot/open-ports';
import { plumbline } from '@plumbline/bot/product';
import { createService } from '@plumbline/bot/service';
import { stopOnSignal } from '@plumbline/bot/stop-on-signal';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { createSpeedClock } from '@plumbline/infra/local/clock';
import { createLocalIssuer, LOCAL_ENTRA_PATH } from '@plumbline/infra/local/entra/local-issuer';
import type { Engines } from '@plumbline/shared/application/use-case';
import { TENANTS, tenantPeople } from './tenant-people.ts';

const AUDIENCE = 'api://localhost/plumbline-tests';

/**
 * Runs the whole service, empty, for two onboarded tenants: the parts of `npm start` without its demo company, its pages
 * and its single tenant. `beside` is given the ports before anything watches them.
 */
export async function serveTenants(beside: (ports: Engines) => readonly Router[] = () => []): Promise<void> {
  const config = localConfigIn(environment());
  if (!config.ok) throw new Error(config.error.join('\n'));
  const { port, dataDir, logLevel, storage } = config.value;
  const clock = createSpeedClock(Date.now, 0);
  const ports = await openPorts({ dataDir, now: clock.now, storage });
  const extras = beside(ports);
  const origin = `http://localhost:${port}`;
  const issuer = await createLocalIssuer({
    issuer: `${origin}${LOCAL_ENTRA_PATH}`,
    audience: AUDIENCE,
    personas: TENANTS.flatMap(tenantPeople),
    dataDir,
  });
  const logger = createLogger(logLevel);
  const service = createService({
    product: plumbline,
    ports,
    identity: {
      keys: createRemoteJWKSet(new URL(`http://127.0.0.1:${port}${LOCAL_ENTRA_PATH}/discovery/keys`)),
      issuerOf: issuer.issuerOf,
      audiences: [AUDIENCE],
      tenants: new Set(TENANTS),
    },
    clock,
    logger,
    limits: { requestsPerMinute: 600_000, streamsPerPerson: 2_000 },
    tab: null,
    beside: [issuer.router, ...extras],
    httpsOnly: false,
  });
  stopOnSignal(process, service, logger);
  await service.start({ port, host: '127.0.0.1' });
}
