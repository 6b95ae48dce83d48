import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { createLocalIssuer } from '@plumbline/infra/local/entra/local-issuer';
import type { Persona } from '@plumbline/infra/local/entra/persona';
import { createLocalTeams } from '@plumbline/infra/local/teams/local-teams';
import { listen } from '../../running/listen.ts';

const AUDIENCE = 'api://localhost/plumbline';

/** The Teams app id that the page is told; a link to another is somebody else's app. */
export const APP_ID = '7c2f4b2e-6d0c-4f6a-9f7e-3d2f1c0b9a81';

const TENANT = '11111111-1111-4111-8111-111111111111';

export const PERSONAS: readonly Persona[] = [
  persona({ id: 'maya', name: 'Maya Lindqvist', title: 'Chief Executive Officer', role: 'leader' }),
  persona({ id: 'jonas', name: 'Jonas Okafor', title: 'Chief Financial Officer', role: 'leader' }),
  persona({ id: 'priya', name: 'Priya Raman', title: 'Chief Product Officer', role: 'leader' }),
  persona({ id: 'tomas', name: 'Tomás Herrera', title: 'Chief Operating Officer', role: 'leader' }),
  persona({ id: 'ingrid', name: 'Ingrid Solberg', title: 'Team coach', role: 'coach' }),
  persona({ id: 'sam', name: 'Sam Whitaker', title: 'Chair of the board', role: 'sponsor' }),
];

/** What the product would answer to `GET /api/me`. */
const ME = {
  teams: [
    {
      id: 'team_harbour',
      name: 'Harbour Executive Team',
      role: 'leader',
      meetings: [
        { id: 'meeting_q2', title: 'Second quarter alignment', status: 'closed', phase: 'closed' },
        { id: 'meeting_q4', title: 'Fourth quarter alignment', status: 'open', phase: 'rating' },
      ],
    },
  ],
};

const TAB_PAGE = `<!doctype html>
<html lang="en"><title>Test tab</title><body>
<p>A tab that only loads the real teams-js.</p>
<script src="/teams-js.js"></script></body></html>`;

export interface BareTab {
  readonly base: string;
  /** What was asked of the service that turns time, in order. */
  readonly rates: readonly unknown[];
  readonly stop: () => Promise<void>;
}

/**
 * Runs Local Teams with the real local issuer around a tab that has nothing in it but the real teams-js, so that a test
 * can call any of its functions from inside the frame. `/api/me` answers whoever brings a token that verifies.
 */
export async function startBareTab(): Promise<BareTab> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-teams-'));
  const app = express();
  const server = createServer(app);
  const base = await listen(server);
  const issuer = await createLocalIssuer({
    issuer: `${base}/local/entra`,
    audience: AUDIENCE,
    personas: PERSONAS,
    dataDir,
  });
  const keys = createRemoteJWKSet(new URL(issuer.jwksUri));
  const teamsJs = await readFile(createRequire(import.meta.url).resolve('@microsoft/teams-js'), 'utf8');
  const rates: unknown[] = [];

  app.use(issuer.router);
  app.use(createLocalTeams({ personas: PERSONAS, appId: APP_ID }));
  app.get('/api/me', async (request, response) => {
    const token = (request.get('authorization') ?? '').replace(/^Bearer /, '');
    const { tid } = decodeJwt<{ tid: string }>(token);
    await jwtVerify(token, keys, { audience: AUDIENCE, issuer: issuer.issuerOf(tid) });
    response.json(ME);
  });
  app.get('/local/time', (_request, response) => {
    response.json({ rate: 1 });
  });
  app.post('/local/time', express.json(), (request, response) => {
    rates.push(request.body);
    response.json(request.body);
  });
  app.get('/tab/', (_request, response) => {
    response.type('html').send(TAB_PAGE);
  });
  app.get('/teams-js.js', (_request, response) => {
    response.type('js').send(teamsJs);
  });

  return {
    base,
    rates,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dataDir, { recursive: true });
    },
  };
}

function persona({ id, name, title, role }: Pick<Persona, 'id' | 'name' | 'title' | 'role'>): Persona {
  const oid = `22222222-2222-4222-8222-${Buffer.from(id.padEnd(6, '-')).toString('hex')}`;
  return { id, tid: TENANT, oid, name, userPrincipalName: `${id}@harbour.example`, title, role };
}
