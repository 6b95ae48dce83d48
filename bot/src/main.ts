import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment, productionConfigIn, runningProcess, type ProductionConfig } from './config.ts';
import { openDirectory } from './directory/open-directory.ts';
import { entraIdentity, signInPlace } from './http/entra-identity.ts';
import { machineClock } from './http/service-clock.ts';
import { OFFICE_HOSTS, TEAMS_HOSTS } from './http/static.ts';
import { openBot } from './open-bot.ts';
import { openPorts } from './open-ports.ts';
import { plumbline } from './product.ts';
import { createService } from './service.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { createLogger } from './telemetry/logger.ts';
import { startTelemetry } from './telemetry/start-telemetry.ts';
import { ownIdentity } from './own-identity.ts';
import { createGate, TEAMS_CHANNEL } from './turns/gate.ts';

const TAB = join(import.meta.dirname, '..', '..', 'teams-app', 'dist');
const PANE = join(import.meta.dirname, '..', '..', 'office-addin', 'dist');

const config = productionConfigIn(environment());
if (!config.ok) refuse(config.error);
else if (!existsSync(join(TAB, 'index.html'))) refuse(['The tab is not built: run "npm run build" first.']);
else if (!existsSync(join(PANE, 'index.html'))) refuse(['The pane is not built: run "npm run build" first.']);
else {
  try {
    await run(config.value);
  } catch (fault) {
    refuse([fault instanceof Error ? fault.message : String(fault)]);
  }
}

async function run(config: ProductionConfig): Promise<void> {
  const logger = createLogger(config.logLevel);
  const telemetry = await startTelemetry(config.telemetry, ownIdentity);
  const clock = machineClock();
  const directoryOf = await openDirectory(config, { now: clock.now, logger });
  const service = createService({
    product: plumbline,
    ports: await openPorts({
      dataDir: config.dataDir,
      now: clock.now,
      storage: config.storage,
      keptMonths: config.keptMonths,
    }),
    identity: entraIdentity(config, { now: clock.now, logger }),
    ...(directoryOf ? { directoryOf } : {}),
    clock,
    logger,
    tab: { folder: TAB, frameAncestors: TEAMS_HOSTS, signIn: signInPlace(config) },
    addin: { folder: PANE, frameAncestors: OFFICE_HOSTS, signIn: signInPlace(config) },
    bot: openBot({
      botId: config.botId,
      gate: createGate({ ...TEAMS_CHANNEL, botId: config.botId, tenants: new Set(config.tenants) }),
      secret:
        config.botPassword === null
          ? { kind: 'managed-identity', tenant: config.botTenant }
          : { kind: 'password', tenant: config.botTenant, password: config.botPassword },
      appId: config.teamsAppId,
      now: clock.now,
      logger,
    }),
    limits: { ...config.rates, drain: config.drain },
    httpsOnly: true,
  });
  stopOnSignal(runningProcess(), { stop: () => service.stop().finally(telemetry.stop) }, logger);
  const port = await service.start({ port: config.port, host: config.host });
  logger.info({ port }, 'Plumbline is running');
}

function refuse(faults: readonly string[]): void {
  const me = runningProcess();
  me.stderr.write(['Plumbline does not start:', ...faults.map((fault) => `- ${fault}`), ''].join('\n'));
  me.exit(1);
}
