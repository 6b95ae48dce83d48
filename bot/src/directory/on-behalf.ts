import { createHash } from 'node:crypto';
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import type { DirectoryFault } from '@plumbline/shared/application/ports/directory';
import { SECOND, type Instant } from '@plumbline/shared/kernel/instant';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { EntraConfig } from '../entra-config.ts';
import type { GraphTokens, OnBehalfOf } from './graph-directory.ts';

/** How the API proves to Entra ID that it is itself. */
export type ApiProof =
  | { readonly kind: 'secret'; readonly secret: string }
  /** A token of the managed identity that the registration trusts, asked for anew each time. */
  | { readonly kind: 'managed-identity'; readonly assertion: () => Promise<string> };

export interface OnBehalfOptions {
  readonly entra: Pick<EntraConfig, 'authority' | 'clientId'>;
  readonly proof: ApiProof;
  /** Where Microsoft Graph is: `https://graph.microsoft.com`. */
  readonly graph: string;
  readonly now: () => Instant;
  readonly onFault: (fault: unknown) => void;
}

/** What is read, and nothing else: the teams that somebody is in, and who else is in them. */
const PERMISSIONS = ['Team.ReadBasic.All', 'TeamMember.Read.All'];
/** So many people's tokens are kept; the oldest go first. */
const MOST_KEPT = 500;
const MARGIN = 60 * SECOND;

interface KeptToken {
  readonly token: string;
  readonly until: Instant;
}

/**
 * Exchanges the token that somebody came with for one that reads Graph as that person (the on-behalf-of flow of OAuth 2.0 in
 * Entra ID). It is kept in memory until it runs out, under a hash of the token that it was had for.
 */
export function onBehalfTokens(options: OnBehalfOptions): GraphTokens {
  const { now, graph } = options;
  const scopes = PERMISSIONS.map((permission) => `${graph}/${permission}`);
  const kept = new Map<string, KeptToken>();

  async function exchange({ actor, token }: OnBehalfOf): Promise<Result<KeptToken, DirectoryFault>> {
    // One for each exchange: what it keeps of somebody goes with it.
    const client = await clientFor(options, actor.tenant);
    const given = await client.acquireTokenOnBehalfOf({ oboAssertion: token, scopes, skipCache: true });
    if (!given) return fail({ kind: 'directory.unavailable' });
    const until = given.expiresOn?.getTime() ?? now();
    return ok({ token: given.accessToken, until });
  }

  return async (of) => {
    const key = createHash('sha256').update(of.token).digest('base64url');
    const known = kept.get(key);
    if (known && known.until - MARGIN > now()) return ok(known.token);
    try {
      const given = await exchange(of);
      if (!given.ok) return given;
      for (const [hash, { until }] of kept) if (until <= now()) kept.delete(hash);
      kept.set(key, given.value);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return ok(given.value.token);
    } catch (fault) {
      // Nobody can be asked to consent here: an administrator does it for all.
      if (fault instanceof InteractionRequiredAuthError) return fail({ kind: 'directory.no-consent' });
      options.onFault(fault);
      return fail({ kind: 'directory.unavailable' });
    }
  };
}

async function clientFor(
  { entra: { authority, clientId }, proof }: OnBehalfOptions,
  tenant: string,
): Promise<ConfidentialClientApplication> {
  const own = proof.kind === 'secret' ? { clientSecret: proof.secret } : { clientAssertion: await proof.assertion() };
  return new ConfidentialClientApplication({
    auth: { clientId, authority: `${authority}/${tenant}`, knownAuthorities: [new URL(authority).host], ...own },
  });
}
