/** An application as Entra ID knows it. */
export interface Registration {
  readonly clientId: string;
  /** Where people are sent back to; a page's code is redeemed by its scripts, a server's with its secret. */
  readonly redirectUris: readonly string[];
  readonly kind: 'spa' | 'web' | 'native';
  /** What a server proves itself with; pages and devices have none. */
  readonly secret?: string;
  /** The token of a managed identity that a server may prove itself with instead. */
  readonly trusts?: string;
  /** The resource that it is itself, as tokens for it are asked for: `api://host/id`. */
  readonly resource?: { readonly uri: string; readonly scopes: readonly string[] };
}

/** The resource that a token is asked for, and what may be done with it there. */
export interface Wanted {
  readonly audience: string;
  readonly scopes: readonly string[];
}

export const GRAPH = 'https://graph.microsoft.com';
/** What tokens for Graph at another origin are for: its application id, the same in every cloud. */
export const GRAPH_ID = '00000003-0000-0000-c000-000000000000';

/** Graph, where this directory has it beside itself. */
export function graphAt(origin: string): Registration {
  const scopes = ['User.Read', 'Team.ReadBasic.All', 'TeamMember.Read.All'];
  return { clientId: GRAPH_ID, redirectUris: [], kind: 'web', resource: { uri: origin, scopes } };
}

/** The Teams client for the web, as every tenant has it. */
export const TEAMS_CLIENT: Registration = {
  clientId: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  redirectUris: ['https://teams.microsoft.com/auth'],
  kind: 'native',
};

/** What every sign-in may ask for besides; it is no resource's. */
const OF_OPENID = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Reads a scope as Entra does: one resource, beside the words of OpenID Connect; `null` for more than one, or an unknown one. */
export function wantedIn(scope: string, registrations: readonly Registration[]): Wanted | null {
  const asked = scope.split(' ').filter((word) => word !== '' && !OF_OPENID.has(word));
  if (asked.length === 0) return { audience: GRAPH, scopes: ['User.Read'] };
  const found = asked.map((word) => resourceOf(word, registrations));
  const [first] = found;
  if (!first || found.some((one) => one?.audience !== first.audience)) return null;
  return { audience: first.audience, scopes: found.flatMap((one) => one?.scopes ?? []) };
}

/** Whether an application asks for itself by another name than its id, which Entra refuses where it renews a token. */
export function asksForItselfByAddress({ clientId, resource }: Registration, scope: string): boolean {
  if (!resource) return false;
  const addresses = [`${resource.uri}/`, `api://${clientId}/`];
  return scope.split(' ').some((word) => addresses.some((one) => word.startsWith(one)));
}

function resourceOf(word: string, registrations: readonly Registration[]): Wanted | null {
  if (word.startsWith(`${GRAPH}/`)) return { audience: GRAPH, scopes: [word.slice(GRAPH.length + 1)] };
  for (const { clientId, resource } of registrations) {
    if (!resource) continue;
    const prefix = [`${resource.uri}/`, `${clientId}/`, `api://${clientId}/`].find((one) => word.startsWith(one));
    if (prefix === undefined) continue;
    const name = word.slice(prefix.length);
    if (name === '.default') return { audience: clientId, scopes: resource.scopes };
    return resource.scopes.includes(name) ? { audience: clientId, scopes: [name] } : null;
  }
  return null;
}
