import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { environment, localConfigIn, localEntraIn, type BaseConfig } from '@plumbline/bot/config';
import { openBot } from '@plumbline/bot/open-bot';
import { plumbline } from '@plumbline/bot/product';
import { createService } from '@plumbline/bot/service';
import { stopOnSignal } from '@plumbline/bot/stop-on-signal';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { startTelemetry } from '@plumbline/bot/telemetry/start-telemetry';
import { createGate, type Gate } from '@plumbline/bot/turns/gate';
import { openKeptClock } from './clock-file.ts';
import { openWithDemo } from './demo-folder.ts';
import { DEMO_PERSONAS, DEMO_TENANT } from './demo/people.ts';
import { openIdentity } from './identity.ts';
import { createLocalOffice } from './office/local-office.ts';
import { sampleFiles } from './office/samples.ts';
import { CHANNEL_ISSUER, CHANNEL_KEYS_PATH, createChannelIssuer } from './teams/connector/channel-issuer.ts';
import { createLocalTeams } from './teams/local-teams.ts';
import { timeRoute } from './time-route.ts';

const TAB = join(import.meta.dirname, '..', '..', 'teams-app', 'dist');
const PANE = join(import.meta.dirname, '..', '..', 'office-addin', 'dist');

/** Loopback only: whoever reaches local mode may be anybody in it. */
const HOST = '127.0.0.1';
/** The id that the Teams app has here and in no tenant. */
const LOCAL_APP_ID = '5a9e2f6c-0d7b-4b43-9c1e-7f3a2b8d4e10';
/** The id that the bot has here, apart from that of the API. */
const LOCAL_BOT = { id: 'c2f1f0b7-6f0e-4d59-8f4a-93d0a5b1e7d2', name: 'Plumbline' };

/** One machine is everybody here, and benchmarks and journeys are in a hurry. */
const LOCAL_LIMITS = { requestsPerMinute: 60_000, requestsPerMinuteOfTenant: 600_000, streamsPerPerson: 2_000 };

const config = localConfigIn(environment());
const entra = localEntraIn(environment());
if (!config.ok) refuse(config.error);
else if (!entra.ok) refuse(entra.error);
else {
  try {
    await run(config.value);
  } catch (fault) {
    refuse([sentenceOf(fault, config.value)]);
  }
}

async function run({ port, dataDir, logLevel, storage, keptMonths, drain, telemetry }: BaseConfig): Promise<void> {
  const logger = createLogger(logLevel, process.stderr);
  makeFolder(dataDir);
  const reporting = await startTelemetry(telemetry);
  const clock = openKeptClock(dataDir);
  const ports = await openWithDemo({ dataDir, now: clock.now, storage, keptMonths });
  const channel = await createChannelIssuer({ dataDir });
  let bound = port;
  const { identity, router, tokenPath, signIn, directory, nested } = await openIdentity({
    entra: entra.ok ? entra.value : null,
    personas: DEMO_PERSONAS,
    tenant: DEMO_TENANT,
    appId: LOCAL_APP_ID,
    dataDir,
    logger,
    port: { asked: port, bound: () => bound },
  });
  const origin = (): string => `http://localhost:${bound}`;
  let gate: Gate | null = null;
  const service = createService({
    product: plumbline,
    ports,
    identity,
    ...directory,
    clock,
    logger,
    limits: { ...LOCAL_LIMITS, drain },
    tab: existsSync(join(TAB, 'index.html')) ? { folder: TAB, frameAncestors: [], ...signIn } : null,
    ...(existsSync(join(PANE, 'index.html')) ? { addin: { folder: PANE, frameAncestors: [], ...signIn } } : {}),
    bot: openBot({
      botId: LOCAL_BOT.id,
      // Where the channel is, too, is known once the service listens.
      gate(authorization, activity) {
        gate ??= createGate({
          botId: LOCAL_BOT.id,
          tenants: new Set([DEMO_TENANT]),
          issuer: CHANNEL_ISSUER,
          keysUrl: `http://${HOST}:${bound}${CHANNEL_KEYS_PATH}`,
          serviceOrigins: [origin()],
        });
        return gate(authorization, activity);
      },
      secret: { kind: 'token', token: () => channel.botToken(LOCAL_BOT.id) },
      appId: LOCAL_APP_ID,
      now: clock.now,
      logger,
      storage: origin,
    }),
    beside: [
      router,
      channel.router,
      timeRoute(clock),
      createLocalTeams({
        personas: DEMO_PERSONAS,
        appId: LOCAL_APP_ID,
        tokenPath,
        chat: { bot: LOCAL_BOT, channel, origin, file: join(dataDir, 'local-chats.jsonl'), now: clock.now },
      }),
      createLocalOffice({ personas: DEMO_PERSONAS, tokenPath, ...nested, samples: sampleFiles() }),
    ],
    httpsOnly: false,
  });
  stopOnSignal(process, { stop: () => service.stop().finally(reporting.stop) }, logger);
  try {
    bound = await service.start({ port, host: HOST });
  } catch (fault) {
    await service.stop();
    throw fault;
  }
  console.log(`Plumbline is running: http://localhost:${bound}`);
}

/** Not simply recursive: where a folder exists but takes nothing, such as /proc, Node's recursive mkdir never returns. */
function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  mkdirSync(path, { recursive: !existsSync(dirname(resolve(path))), mode: 0o700 });
}

function refuse(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence);
  process.exitCode = 1;
}

/** What to do about a start that failed. */
function sentenceOf(fault: unknown, { port, dataDir }: BaseConfig): string {
  if (!(fault instanceof Error)) return 'Plumbline could not start.';
  const code = 'code' in fault ? fault.code : '';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that one, or choose another port with PORT, such as PORT=${port + 1} npm start.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return 'syscall' in fault && fault.syscall === 'listen'
        ? `Port ${port} may not be used by this user: choose one from 1024 on with PORT.`
        : `The folder ${dataDir} cannot be written in (${fault.message}): give this user the right to, or choose another with DATA_DIR.`;
    default:
      return fault.message;
  }
}
