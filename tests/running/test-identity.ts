import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIRECTORY_PEOPLE, DIRECTORY_TEAMS } from '@plumbline/infra/local/demo/directory';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { startEntra, type EntraStandIn } from '@plumbline/infra/local/entra/stand-in/entra-stand-in';
import type { Persona } from '@plumbline/infra/local/entra/persona';

const IDENTITIES = ['local', 'entra'] as const;
export type TestIdentity = (typeof IDENTITIES)[number];

/** The API's registration in the directory that tests sign in to. */
export const CLIENT_ID = '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01';

/** What the API proves itself with where it asks for somebody. */
const SECRET = 'known-to-the-api-alone';

/** Where people of the demo company sign in: `PLUMBLINE_IDENTITY`, the local issuer if not set. */
export function chosenIdentity(): TestIdentity {
  const asked = process.env['PLUMBLINE_IDENTITY'] ?? 'local';
  const identity = IDENTITIES.find((known) => known === asked);
  if (!identity) throw new Error(`PLUMBLINE_IDENTITY must be one of ${IDENTITIES.join(', ')}, not "${asked}".`);
  return identity;
}

/** A directory of a test's own, and what tells a service of it. */
export interface TestDirectory {
  readonly entra: EntraStandIn;
  readonly variables: Readonly<Record<string, string>>;
}

/** Starts a directory in which the service at a host, `localhost:port`, is registered as the manifest of production has it. */
export async function startTestDirectory(options: {
  readonly host: string;
  /** A folder for the certificate that the service must trust. */
  readonly folder: string;
  readonly people?: readonly Persona[];
  /** Other origins that the service has for people. */
  readonly origins?: readonly string[];
}): Promise<TestDirectory> {
  const { host, folder, people = DIRECTORY_PEOPLE, origins = [] } = options;
  const entra = await startEntra({
    people,
    teams: DIRECTORY_TEAMS,
    registrations: [
      {
        clientId: CLIENT_ID,
        redirectUris: [...[`http://${host}`, ...origins].map((origin) => `${origin}/tab/`), `brk-multihub://${host}`],
        kind: 'spa',
        secret: SECRET,
        resource: { uri: `api://${host}/${CLIENT_ID}`, scopes: ['access_as_user'] },
      },
    ],
  });
  const certificate = join(folder, 'entra.pem');
  writeFileSync(certificate, entra.certificate);
  return {
    entra,
    variables: {
      ENTRA_AUTHORITY: entra.authority,
      ENTRA_CLIENT_ID: CLIENT_ID,
      ENTRA_TENANTS: DEMO_TENANT,
      PUBLIC_HOST: host,
      DIRECTORY: 'secret',
      ENTRA_CLIENT_SECRET: SECRET,
      GRAPH_ORIGIN: entra.authority,
      NODE_EXTRA_CA_CERTS: certificate,
    },
  };
}
