import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { directoryIn } from './directory/directory-config.ts';
import { entraIn, GUID, tenantsIn, type EntraConfig } from './entra-config.ts';
import { ratesIn, type Rates } from './rate-config.ts';
import { keptMonthsIn, type KeptMonths } from './retention-config.ts';
import { storageIn, type Storage } from './storage-config.ts';
import { LOG_LEVELS, type LogLevel } from './telemetry/logger.ts';
import type { TelemetryTargets } from './telemetry/start-telemetry.ts';

/** What the environment can set. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What every way of running the service needs. */
export interface BaseConfig {
  /** PORT, 3978 if not set: the port to listen on; 0 takes a free one. */
  readonly port: number;
  /** DATA_DIR, `.data` if not set: the folder of the database, the keys of open rounds and the service's secret. */
  readonly dataDir: string;
  /** LOG_LEVEL: `debug`, `info`, `warn` or `error`; `info` in production and `warn` in local mode if not set. */
  readonly logLevel: LogLevel;
  /** COSMOS_ENDPOINT, COSMOS_DATABASE, COSMOS_KEY and KEY_VAULT_URL; a SQLite file and key files in `dataDir` if not set. */
  readonly storage: Storage;
  /** RETENTION_MONTHS: for how many months closed meetings are kept; until somebody deletes them if not set. */
  readonly keptMonths: KeptMonths;
  /**
   * DRAIN_SECONDS: for how long the service, told to stop, still takes what a balancer sends before it has seen that it is
   * not ready, in milliseconds; 10 s in production and none in local mode if not set.
   */
  readonly drain: number;
  /**
   * OTEL_EXPORTER_OTLP_ENDPOINT and APPLICATIONINSIGHTS_CONNECTION_STRING: where metrics and traces go, to both or nowhere if
   * not set; the other variables of OpenTelemetry's exporters hold as well.
   */
  readonly telemetry: TelemetryTargets;
}

/** What production needs besides; the service does not start without it. */
export interface ProductionConfig extends BaseConfig, EntraConfig {
  /** HOST, `0.0.0.0` if not set: the address to listen on. */
  readonly host: string;
  /** RATE_PER_PERSON and RATE_PER_TENANT: how many requests a minute are taken. */
  readonly rates: Rates;
  /** TEAMS_APP_ID: the id in the manifest of the Teams app (a GUID), which links to the tab name. */
  readonly teamsAppId: string;
  /** BOT_APP_ID: the application id of the bot's own registration (a GUID), never that of the API. */
  readonly botId: string;
  /** BOT_TENANT_ID: the tenant of the bot's registration (a GUID). */
  readonly botTenant: string;
  /** BOT_PASSWORD: the secret of that registration; left out, the bot signs in with its managed identity. */
  readonly botPassword: string | null;
}

/** What is wrong with one variable, as a sentence that begins with its name. */
export type ConfigFault = string;

/** With what requests under way may take, less than the minute after which Azure ends the process. */
const MOST_DRAIN = 40;
/** The process's environment; nothing else reads it. */
export function environment(): Environment {
  return process.env;
}

/** The process itself, for signals and the last word. */
export function runningProcess(): NodeJS.Process {
  return process;
}

/** Reads what local mode needs, or says everything that is wrong with it. */
export function localConfigIn(env: Environment): Result<BaseConfig, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const config = baseIn(env, { logLevel: 'warn', mode: 'local', faults });
  return faults.length === 0 ? ok(config) : fail(faults);
}

/** Reads what production needs, or says everything that is wrong with it. */
export function productionConfigIn(env: Environment): Result<ProductionConfig, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const config: ProductionConfig = {
    ...baseIn(env, { logLevel: 'info', mode: 'production', faults }),
    host: valueOf(env, 'HOST') ?? '0.0.0.0',
    rates: ratesIn({ person: valueOf(env, 'RATE_PER_PERSON'), tenant: valueOf(env, 'RATE_PER_TENANT') }, faults),
    ...entraOf(env, faults),
    teamsAppId: valueOf(env, 'TEAMS_APP_ID') ?? '',
    botId: valueOf(env, 'BOT_APP_ID') ?? '',
    botTenant: valueOf(env, 'BOT_TENANT_ID') ?? '',
    botPassword: valueOf(env, 'BOT_PASSWORD') ?? null,
  };
  if (!GUID.test(config.teamsAppId)) {
    faults.push('TEAMS_APP_ID must be the id in the manifest of the Teams app, a GUID.');
  }
  if (!GUID.test(config.botId)) {
    faults.push("BOT_APP_ID must be the application (client) id of the bot's registration in Entra ID, a GUID.");
  } else if (config.botId.toLowerCase() === config.clientId.toLowerCase()) {
    // A token that somebody's client gets for the API would pass for one of the channel.
    faults.push('BOT_APP_ID must not be ENTRA_CLIENT_ID: register the bot and the API apart.');
  }
  if (!GUID.test(config.botTenant)) {
    faults.push("BOT_TENANT_ID must be the id of the tenant that the bot's registration lies in, a GUID.");
  }
  return faults.length === 0 ? ok(config) : fail(faults);
}

/** Reads where people sign in, for local mode with a directory of its own; `null` where there is none. */
export function localEntraIn(env: Environment): Result<EntraConfig | null, readonly ConfigFault[]> {
  if (valueOf(env, 'ENTRA_AUTHORITY') === undefined) return ok(null);
  const faults: ConfigFault[] = [];
  const config = entraOf(env, faults);
  return faults.length === 0 ? ok(config) : fail(faults);
}

/** Which tenants a service with this environment lets in, in lower case. */
export function onboardedTenantsIn(env: Environment): readonly string[] {
  return tenantsIn(valueOf(env, 'ENTRA_TENANTS'));
}

function entraOf(env: Environment, faults: ConfigFault[]): EntraConfig {
  return entraIn(
    {
      authority: valueOf(env, 'ENTRA_AUTHORITY'),
      clientId: valueOf(env, 'ENTRA_CLIENT_ID'),
      tenants: valueOf(env, 'ENTRA_TENANTS'),
      publicHost: valueOf(env, 'PUBLIC_HOST'),
      directory: directoryIn(
        {
          directory: valueOf(env, 'DIRECTORY'),
          secret: valueOf(env, 'ENTRA_CLIENT_SECRET'),
          graph: valueOf(env, 'GRAPH_ORIGIN'),
        },
        faults,
      ),
    },
    faults,
  );
}

function baseIn(
  env: Environment,
  from: {
    readonly logLevel: LogLevel;
    readonly mode: 'production' | 'local';
    readonly faults: ConfigFault[];
  },
): BaseConfig {
  const port = valueOf(env, 'PORT') ?? '3978';
  const level = valueOf(env, 'LOG_LEVEL') ?? from.logLevel;
  const logLevel = LOG_LEVELS.find((known) => known === level);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    from.faults.push(`PORT must be a number from 0 to 65535, not "${port}".`);
  }
  if (!logLevel) from.faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${level}".`);
  const storage = storageIn(
    {
      endpoint: valueOf(env, 'COSMOS_ENDPOINT'),
      database: valueOf(env, 'COSMOS_DATABASE'),
      key: valueOf(env, 'COSMOS_KEY'),
      vault: valueOf(env, 'KEY_VAULT_URL'),
    },
    from,
  );
  const dataDir = valueOf(env, 'DATA_DIR') ?? '.data';
  const keptMonths = keptMonthsIn(valueOf(env, 'RETENTION_MONTHS'));
  if (!keptMonths) {
    from.faults.push(
      'RETENTION_MONTHS must be whole months, 1 or more, such as 24, or tenant=months for single tenants, separated by commas.',
    );
  }
  const kept = keptMonths ?? (() => null);
  const drain = Number(valueOf(env, 'DRAIN_SECONDS') ?? (from.mode === 'production' ? '10' : '0'));
  if (!(drain >= 0 && drain <= MOST_DRAIN)) {
    from.faults.push(`DRAIN_SECONDS must be a number of seconds from 0 to ${MOST_DRAIN}.`);
  }
  return {
    port: Number(port),
    dataDir,
    logLevel: logLevel ?? from.logLevel,
    storage,
    keptMonths: kept,
    drain: drain * 1_000,
    telemetry: telemetryIn(env, from.faults),
  };
}

function telemetryIn(env: Environment, faults: string[]): TelemetryTargets {
  const otlp = valueOf(env, 'OTEL_EXPORTER_OTLP_ENDPOINT');
  const azure = valueOf(env, 'APPLICATIONINSIGHTS_CONNECTION_STRING') ?? null;
  if (otlp !== undefined && !(/^https?:/.test(otlp) && URL.canParse(otlp))) {
    faults.push(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector, such as https://collector.example.com:4318.',
    );
  }
  if (azure !== null && !/(?:^|;)InstrumentationKey=[0-9a-f-]{36}(?:;|$)/i.test(azure)) {
    faults.push(
      'APPLICATIONINSIGHTS_CONNECTION_STRING must be the connection string of an Application Insights resource.',
    );
  }
  return { otlp: otlp !== undefined, azure };
}

/** An empty variable counts as not set. */
function valueOf(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
