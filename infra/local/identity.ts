import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import express, { type Router } from 'express';
import { graphDirectory, type GraphTokens } from '@plumbline/bot/directory/graph-directory';
import { openDirectory, type DirectoryOf } from '@plumbline/bot/directory/open-directory';
import type { EntraConfig } from '@plumbline/bot/entra-config';
import { entraIdentity, signInPlace } from '@plumbline/bot/http/entra-identity';
import { orUnavailable } from '@plumbline/bot/http/issuer-keys';
import type { ServiceOptions } from '@plumbline/bot/service';
import { faultForLog, type Logger } from '@plumbline/bot/telemetry/logger';
import type { Operations } from '@plumbline/shared/contract/operations';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { DIRECTORY_PEOPLE, DIRECTORY_TEAMS } from './demo/directory.ts';
import { createGraph } from './entra/graph.ts';
import { createLocalIssuer, LOCAL_ENTRA_PATH } from './entra/local-issuer.ts';
import type { Persona } from './entra/persona.ts';
import type { NestedDirectory } from './office/nested-token.ts';
import { createTeamsClient, TEAMS_TOKEN_PATH } from './teams/teams-client.ts';

interface IdentityOptions {
  /** Where people sign in; `null` for an issuer of our own, at our own origin. */
  readonly entra: EntraConfig | null;
  readonly personas: readonly Persona[];
  readonly tenant: string;
  readonly appId: string;
  readonly dataDir: string;
  readonly logger: Logger;
  /** The port that the service is asked to take, and the one that it has once it listens. */
  readonly port: { readonly asked: number; readonly bound: () => number };
}

/** Who may come in, and where the programs on this machine have tokens. */
export interface LocalIdentity {
  readonly identity: ServiceOptions<Operations>['identity'];
  readonly router: Router;
  readonly tokenPath: string;
  /** Where people sign in outside of Local Teams, if they can. */
  readonly signIn: { readonly signIn?: ReturnType<typeof signInPlace> };
  /** What the service reads of teams of Microsoft Teams, if it can. */
  readonly directory: { readonly directoryOf?: DirectoryOf };
  /** Where Local Office signs add-ins in by itself, if it can. */
  readonly nested: { readonly nested?: NestedDirectory };
}

/** Says whose tokens are taken in local mode: those of its own issuer, or, exactly as in production, those of Entra ID. */
export async function openIdentity(options: IdentityOptions): Promise<LocalIdentity> {
  const { entra, personas, logger } = options;
  if (entra === null) return ownIdentity(options);
  const directoryOf = await openDirectory(entra, { now: Date.now, logger });
  const resource = `api://${entra.publicHost}/${entra.clientId}`;
  return {
    identity: entraIdentity(entra, { now: Date.now, logger }),
    router: createTeamsClient({ authority: entra.authority, resource, personas }),
    tokenPath: TEAMS_TOKEN_PATH,
    signIn: { signIn: signInPlace(entra) },
    directory: directoryOf ? { directoryOf } : {},
    nested: { nested: { authority: entra.authority, host: entra.publicHost } },
  };
}

async function ownIdentity(options: IdentityOptions): Promise<LocalIdentity> {
  const { personas, tenant, appId, dataDir, port, logger } = options;
  const audience = `api://localhost/${appId}`;
  const origin = (): string => `http://127.0.0.1:${port.bound()}`;
  const issuer = await createLocalIssuer({
    issuer: `http://localhost:${port.asked}${LOCAL_ENTRA_PATH}`,
    audience,
    personas,
    dataDir,
  });
  const tokens: GraphTokens = async ({ token }) => {
    const given = await issuer.onBehalf(token);
    return given === null ? fail({ kind: 'directory.no-consent' }) : ok(given);
  };
  const onFault = (fault: unknown): void => logger.error({ operation: 'directory', ...faultForLog(fault) }, 'fault');
  let published: JWTVerifyGetKey | null = null;
  return {
    identity: {
      // Fetched from the issuer as from Entra; which port that is, is known once the service listens.
      keys(header, token) {
        published ??= orUnavailable(createRemoteJWKSet(new URL(`${origin()}${LOCAL_ENTRA_PATH}/discovery/keys`)));
        return published(header, token);
      },
      issuerOf: issuer.issuerOf,
      audiences: [audience],
      tenants: new Set([tenant]),
    },
    router: express
      .Router()
      .use(
        issuer.router,
        createGraph({ origin, people: DIRECTORY_PEOPLE, teams: DIRECTORY_TEAMS, callerOf: issuer.graphCaller }),
      ),
    tokenPath: `${LOCAL_ENTRA_PATH}/token`,
    signIn: {},
    directory: {
      // Where Graph is, too, is known once the service listens.
      directoryOf: (of) => graphDirectory({ origin: origin(), tokens, onFault })(of),
    },
    nested: {},
  };
}
