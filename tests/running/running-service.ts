import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databaseIn } from '@plumbline/bot/open-ports';
import { keepLead } from '@plumbline/infra/local/clock-file';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import type { Faults } from '@plumbline/infra/local/cosmos/faults';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { chosenIdentity, startTestDirectory, type TestDirectory, type TestIdentity } from './test-identity.ts';
import { chosenStore, startTestAccount, type TestAccount, type TestStore } from './test-store.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What `npm start` runs. */
const LOCAL_MODE = new URL('../../infra/local/main.ts', import.meta.url);
/** The same for two tenants, empty. */
export const TWO_TENANTS = new URL('./two-tenants.ts', import.meta.url);
/** A first start on a busy machine compiles everything and tells the demo company's story. */
const LONGEST_START = 150_000;

export interface StartOptions {
  /** The program; that of `npm start` if not given. */
  readonly entry?: URL;
  readonly logLevel?: 'debug' | 'info' | 'warn';
  /** What keeps the documents, for a test that is about one engine; the one that all tests run on if not given. */
  readonly store?: TestStore;
  /** Where people sign in, for a test that is about that; where all tests do if not given. */
  readonly identity?: TestIdentity;
  /** Other origins at which people find it, besides its own. */
  readonly origins?: readonly string[];
  /** Another service, started before, whose documents and keys this one shares. */
  readonly beside?: RunningService;
  /** Flags of Node that the program runs with. */
  readonly flags?: readonly string[];
  /** Other variables of its environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The service as a process of its own, with a data folder of its own, which can be killed and started again. */
export class RunningService {
  readonly dataDir: string;
  readonly #options: StartOptions;
  #port = 0;
  #account: TestAccount | null = null;
  #directory: TestDirectory | null = null;
  #child: ChildProcess | null = null;
  #written = '';
  #isRemoved = false;

  constructor(options: StartOptions = {}) {
    this.#options = options;
    this.dataDir = options.beside?.dataDir ?? mkdtempSync(join(tmpdir(), 'plumbline-running-'));
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** What goes wrong between the service and its Cosmos DB. */
  get faults(): Faults {
    if (!this.#account) throw new Error('This service has no Cosmos DB');
    return this.#account.faults;
  }

  /** The directory that its people sign in to. */
  get directory(): TestDirectory {
    if (!this.#directory) throw new Error('This service has an issuer of its own');
    return this.#directory;
  }

  /** Opens what the service has kept, once it has ended. */
  openStore(): Promise<DocumentStore> {
    return this.#account?.open() ?? Promise.resolve(openSqliteStore({ path: databaseIn(this.dataDir) }));
  }

  /** What tells a command where the service keeps its data. */
  get dataVariables(): Readonly<Record<string, string>> {
    return { DATA_DIR: this.dataDir, ...this.#account?.variables };
  }

  /** Everything that the service ever wrote to its output and its log. */
  get written(): string {
    return this.#written;
  }

  /** Starts the service, again on the same port and data; resolves when it is ready, rejects with what it said. */
  async start(): Promise<void> {
    if (this.#isRemoved) throw new Error('The test is over');
    if (this.#port === 0) this.#port = await freePort();
    const {
      entry = LOCAL_MODE,
      logLevel = 'warn',
      store = chosenStore(),
      beside,
      flags = [],
      variables,
    } = this.#options;
    if (beside) this.#account = beside.#account;
    else if (store === 'cosmos') this.#account ??= await startTestAccount(join(this.dataDir, 'cosmos.db'));
    await this.#openDirectory();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, fileURLToPath(entry)], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_COMPILE_CACHE: join(ROOT, '.cache', 'node'),
        PORT: String(this.#port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: logLevel,
        ...this.#account?.variables,
        ...this.#directory?.variables,
        ...variables,
      },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#written += text;
      });
    }
    for (const until = Date.now() + LONGEST_START; Date.now() < until;) {
      if (child.exitCode !== null) throw new Error(`The service ended at its start:\n${this.#written}`);
      if (await this.isReady()) return;
      await wait(100);
    }
    throw new Error(`The service was not ready in time:\n${this.#written}`);
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.origin}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** Ends the process from one instruction to the next, as kill -9 does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks the process to finish what is under way; resolves with its exit code when it has. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Has it be another moment, later than any before, when a service that was stopped starts again. */
  sleepUntil(moment: number): void {
    keepLead(this.dataDir, moment - Date.now());
  }

  /** Ends the process and removes its data, unless it is another's. */
  async remove(): Promise<void> {
    this.#isRemoved = true;
    await this.kill();
    if (this.#options.beside) return;
    await this.#account?.close();
    await this.#directory?.entra.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Local mode alone can be told where people sign in. */
  async #openDirectory(): Promise<void> {
    const { entry = LOCAL_MODE, identity = chosenIdentity(), beside, origins = [] } = this.#options;
    if (beside) this.#directory = beside.#directory;
    else if (identity === 'entra' && entry === LOCAL_MODE) {
      this.#directory ??= await startTestDirectory({ host: `localhost:${this.#port}`, folder: this.dataDir, origins });
    }
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}

/** A port that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
