import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from '@plumbline/bot/service';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { listen } from './listen.ts';
import { createTenantsService, type TenantsOptions } from './serve-tenants.ts';

/** The service for two tenants on a real port and file, in this process: its rules can be changed while it runs. */
export class ServiceHere {
  readonly origin: string;
  /** Everything that it logged. */
  readonly log: readonly string[];
  readonly #service: Service;
  readonly #dataDir: string;

  private constructor(from: { origin: string; log: readonly string[]; service: Service; dataDir: string }) {
    this.origin = from.origin;
    this.log = from.log;
    this.#service = from.service;
    this.#dataDir = from.dataDir;
  }

  static async start({
    logLevel = 'info',
    ...parts
  }: Omit<TenantsOptions, 'logger'> & { readonly logLevel?: 'info' | 'error' } = {}): Promise<ServiceHere> {
    const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-here-'));
    const port = await freePort();
    const log: string[] = [];
    const logger = createLogger(logLevel, { write: (line: string) => void log.push(line) });
    const service = await createTenantsService({ port, dataDir, storage: { kind: 'folder' } }, { ...parts, logger });
    await service.start({ port, host: '127.0.0.1' });
    return new ServiceHere({ origin: `http://127.0.0.1:${port}`, log, service, dataDir });
  }

  /** Stops it and removes its data. */
  async end(): Promise<void> {
    await this.#service.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

/** A port that nobody listens on at the moment: tokens and keys name it before the service is put together. */
async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  server.close();
  await once(server, 'close');
  return Number(port);
}
