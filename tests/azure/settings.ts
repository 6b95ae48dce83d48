import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

/** The folder of what runs in Azure. */
const AZURE = new URL('../../infra/azure/', import.meta.url);

/** The text of a file in it. */
export function azureText(name: string): Promise<string> {
  return readFile(new URL(name, AZURE), 'utf8');
}

/** Where a file in it is. */
export function azurePath(name: string): string {
  return fileURLToPath(new URL(name, AZURE));
}

/** The names of the settings of a deployment, and what the sample says of each. */
export async function sampleSettings(): Promise<ReadonlyMap<string, string>> {
  return new Map(
    Object.entries(parseEnv(await azureText('env/.env.sample'))).map(([name, value]) => [name, value ?? '']),
  );
}
