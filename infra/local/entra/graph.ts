import { createLocalJWKSet, jwtVerify, type JWK } from 'jose';
import express, { type Request, type Response, type Router } from 'express';
import { isFromThisMachine } from './loopback.ts';
import type { Persona } from './persona.ts';

/** A team of Microsoft Teams, by the object ids of its people. */
export interface GraphTeam {
  readonly id: string;
  readonly displayName: string;
  readonly people: readonly string[];
}

/** Who asks Graph, and what for. */
export interface GraphCaller {
  readonly oid: string;
  readonly scopes: readonly string[];
}

export interface GraphOptions {
  /** Where Graph is; pages lead on to there. */
  readonly origin: () => string;
  readonly people: readonly Persona[];
  readonly teams: readonly GraphTeam[];
  /** Reads a token that was issued for Graph; `null` for any other. */
  readonly callerOf: (token: string) => Promise<GraphCaller | null>;
}

type Answer = (caller: GraphCaller, request: Request) => { readonly status: number; readonly body: object };

/** As many members as a page of Graph has at most, whatever is asked for. */
const PAGE = 5;

/** What Plumbline asks of Microsoft Graph, version 1.0: the teams that somebody is in, and who is in one of them. */
export function createGraph(options: GraphOptions): Router {
  const { teams, people } = options;
  const router = express.Router();
  const serve = (permission: string, answer: Answer) => async (request: Request, response: Response) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const caller = isFromThisMachine(request) ? await options.callerOf(token) : null;
    const { status, body } =
      caller === null
        ? refusal(401, 'InvalidAuthenticationToken')
        : caller.scopes.includes(permission)
          ? answer(caller, request)
          : refusal(403, 'Forbidden');
    response.status(status).set('Cache-Control', 'no-store').json(body);
  };
  router.get(
    '/v1.0/me/joinedTeams',
    serve('Team.ReadBasic.All', ({ oid }) => {
      const own = teams.filter((team) => team.people.includes(oid));
      return { status: 200, body: { value: own.map(({ id, displayName }) => ({ id, displayName })) } };
    }),
  );
  router.get(
    '/v1.0/teams/:team/members',
    serve('TeamMember.Read.All', ({ oid }, request) => {
      const team = teams.find(({ id }) => id === request.params['team']);
      if (!team) return refusal(404, 'NotFound');
      if (!team.people.includes(oid)) return refusal(403, 'Forbidden');
      const from = Number(request.query['$skiptoken'] ?? 0);
      const value = team.people.slice(from, from + PAGE).map((id) => memberOf(id, people));
      const rest = team.people.length > from + PAGE;
      const next = `${options.origin()}/v1.0/teams/${team.id}/members?$skiptoken=${from + PAGE}`;
      return { status: 200, body: { value, ...(rest ? { '@odata.nextLink': next } : {}) } };
    }),
  );
  return router;
}

/** Reads a token that a directory with these keys has issued for an audience; `null` for any other. */
export async function graphCaller(
  token: string,
  { keys, audience, at }: { readonly keys: readonly JWK[]; readonly audience: string; readonly at: number },
): Promise<GraphCaller | null> {
  const read = await jwtVerify(token, createLocalJWKSet({ keys: [...keys] }), {
    audience,
    currentDate: new Date(at),
  }).catch(() => null);
  const { oid, scp } = read?.payload ?? {};
  return typeof oid === 'string' && typeof scp === 'string' ? { oid, scopes: scp.split(' ') } : null;
}

function memberOf(oid: string, people: readonly Persona[]): object {
  const person = people.find((one) => one.oid === oid);
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(oid).toString('base64url'),
    roles: person?.home === undefined ? [] : ['guest'],
    displayName: person?.name ?? null,
    userId: oid,
    email: person?.userPrincipalName ?? null,
    tenantId: person?.home ?? person?.tid ?? null,
  };
}

function refusal(status: number, code: string) {
  return { status, body: { error: { code, message: code } } };
}
