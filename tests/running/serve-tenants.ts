import { createRemoteJWKSet } from 'jose';
import type { Router } from 'express';
import { environment, localConfigIn, type BaseConfig } from '@plumbline/bot/config';
import type { Bot } from '@plumbline/bot/open-bot';
import { openPorts } from '@plumbline/bot/open-ports';
import { plumbline } from '@plumbline/bot/product';
import { createService, type Service, type ServiceOptions } from '@plumbline/bot/service';
import { stopOnSignal } from '@plumbline/bot/stop-on-signal';
import { createLogger, type Logger } from '@plumbline/bot/telemetry/logger';
import { startTelemetry } from '@plumbline/bot/telemetry/start-telemetry';
import { createSpeedClock } from '@plumbline/infra/local/clock';
import { createLocalIssuer, LOCAL_ENTRA_PATH } from '@plumbline/infra/local/entra/local-issuer';
import type { Engines } from '@plumbline/shared/application/use-case';
import type { Operations } from '@plumbline/shared/contract/operations';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { TENANTS, tenantPeople } from './tenant-people.ts';

/** What else answers at the origin; given the ports before anything watches them. */
type Beside = (ports: Engines) => readonly Router[];

export interface TenantsOptions {
  readonly logger: Logger;
  readonly beside?: Beside;
  readonly limits?: ServiceOptions<Operations>['limits'];
  /** The bot, on the service's time; left out: there is none. */
  readonly bot?: (parts: { readonly logger: Logger; readonly now: () => Instant }) => Bot;
}

const AUDIENCE = 'api://localhost/plumbline-tests';

/**
 * Runs the whole service, empty, for two onboarded tenants: the parts of `npm start` without its demo company, its pages
 * and its single tenant.
 */
export async function serveTenants(parts: Pick<TenantsOptions, 'beside' | 'bot'> = {}): Promise<void> {
  const config = localConfigIn(environment());
  if (!config.ok) throw new Error(config.error.join('\n'));
  const telemetry = await startTelemetry(config.value.telemetry);
  const logger = createLogger(config.value.logLevel);
  const limits = { drain: config.value.drain };
  const service = await createTenantsService(config.value, { ...parts, logger, limits });
  stopOnSignal(process, { stop: () => service.stop().finally(telemetry.stop) }, logger);
  await service.start({ port: config.value.port, host: '127.0.0.1' });
}

/** The same, put together for a process that has something else to do too, and not yet started. */
export async function createTenantsService(
  { port, dataDir, storage }: Pick<BaseConfig, 'port' | 'dataDir' | 'storage'>,
  { logger, beside = () => [], limits = {}, bot }: TenantsOptions,
): Promise<Service> {
  const clock = createSpeedClock(Date.now, 0);
  const ports = await openPorts({ dataDir, now: clock.now, storage });
  const extras = beside(ports);
  const issuer = await createLocalIssuer({
    // The same for every instance: a token is good at all of them.
    issuer: `http://localhost${LOCAL_ENTRA_PATH}`,
    audience: AUDIENCE,
    personas: TENANTS.flatMap(tenantPeople),
    dataDir,
  });
  return createService({
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
    limits: { requestsPerMinute: 600_000, requestsPerMinuteOfTenant: 6_000_000, streamsPerPerson: 2_000, ...limits },
    tab: null,
    beside: [issuer.router, ...extras],
    ...(bot === undefined ? {} : { bot: bot({ logger, now: clock.now }) }),
    httpsOnly: false,
  });
}
