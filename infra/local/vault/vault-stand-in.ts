import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openSecrets, type Secrets, type VaultAnswer, type VaultCall } from './secrets.ts';

/** What a fault does to one call: an answer in place of the vault's, or none, before or after the vault has done it. */
export type VaultFault =
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'cut'; readonly done: boolean }
  /** Done at once and told later. */
  | { readonly kind: 'late'; readonly until: Promise<unknown> }
  | { readonly kind: 'hang' };

export interface VaultStandIn {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly secrets: Secrets;
  /** Every call that came in with the token, such as `GET /secrets/name/`. */
  readonly calls: string[];
  /** Asked before each call; null lets it pass. */
  fault: (call: VaultCall) => VaultFault | null | Promise<VaultFault | null>;
  close(): Promise<void>;
}

/** The token that the stand-in takes, and no other. */
export const STAND_IN_TOKEN = 'token-of-the-stand-in';

const CHALLENGE =
  'Bearer authorization="https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111", resource="https://vault.azure.net"';

/** As a vault refuses a call; the words are not Azure's. */
const REFUSED: Readonly<Record<number, string>> = { 401: 'Unauthorized', 403: 'Forbidden', 429: 'Throttled' };

/**
 * Stands in for Azure Key Vault on the wire, as far as the product needs it: secrets with versions, soft delete and purge,
 * kept in memory. What it does not know it refuses with 501, so that nothing passes that the vault may answer otherwise.
 * `now`: the vault's time in milliseconds since 1970.
 */
export async function startVaultStandIn({
  now = Date.now,
}: { readonly now?: () => number } = {}): Promise<VaultStandIn> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    response.sendDate = false;
    response.setHeader('Date', new Date(now()).toUTCString());
    if (request.headers.authorization !== `Bearer ${STAND_IN_TOKEN}`) {
      send(response, { status: 401, body: refusal(401) }, { 'WWW-Authenticate': CHALLENGE });
      return;
    }
    const url = new URL(request.url ?? '', standIn.url);
    const call: VaultCall = { method: request.method ?? '', path: url.pathname, query: url.searchParams, text };
    calls.push(`${call.method} ${call.path}`);
    const fault = await standIn.fault(call);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'answer') {
      send(response, { status: fault.status, body: refusal(fault.status) }, fault.headers);
      return;
    }
    if (fault?.kind === 'cut' && !fault.done) {
      request.socket.destroy();
      return;
    }
    const done = standIn.secrets.answer(call);
    if (fault?.kind === 'late') await fault.until;
    if (fault?.kind === 'cut') request.socket.destroy();
    else send(response, done);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const standIn: VaultStandIn = {
    url,
    secrets: openSecrets({ url, now }),
    calls,
    fault: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return standIn;
}

/** What the client asks for its token: the stand-in's own. */
export function standInCredential(): { getToken(): Promise<{ token: string; expiresOnTimestamp: number }> } {
  return { getToken: () => Promise.resolve({ token: STAND_IN_TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) };
}

function send(
  response: ServerResponse,
  { status, body }: VaultAnswer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(body === null ? undefined : JSON.stringify(body));
}

function refusal(status: number): object {
  return { error: { code: REFUSED[status] ?? 'Fault', message: 'A fault that a test asked for.' } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}
