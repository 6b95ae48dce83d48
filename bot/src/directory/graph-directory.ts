import { z } from 'zod';
import type {
  Directory,
  DirectoryFault,
  DirectoryPerson,
  DirectoryTeam,
} from '@plumbline/shared/application/ports/directory';
import type { Actor } from '@plumbline/shared/application/use-case';
import { makeId } from '@plumbline/shared/kernel/ids';
import { SECOND, type Duration } from '@plumbline/shared/kernel/instant';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';

/** Whose directory is asked: a person and the token that the person came with. */
export interface OnBehalfOf {
  readonly actor: Actor;
  readonly token: string;
}

/** Gives a token for Microsoft Graph that acts as somebody. */
export type GraphTokens = (of: OnBehalfOf) => Promise<Result<string, DirectoryFault>>;

export interface GraphOptions {
  /** Where Microsoft Graph is, without a path: `https://graph.microsoft.com`. */
  readonly origin: string;
  readonly tokens: GraphTokens;
  /** Hears why Graph could not be asked. */
  readonly onFault: (fault: unknown) => void;
}

const UNAVAILABLE = { kind: 'directory.unavailable' } as const;
/** Longer than this nobody waits for a list of names. */
const PATIENCE: Duration = 8 * SECOND;
/** Teams has at most 25,000 people in a team; nobody picks leaders from more than these. */
const MOST_PAGES = 10;

const team = z.object({ id: z.guid(), displayName: z.string().nullable() });
const member = z.object({
  // Bots and people of other organisations who share a channel have none here.
  userId: z.guid().nullish(),
  displayName: z.string().nullish(),
  roles: z.array(z.string()).default([]),
});

/** Makes the directory of whoever calls, read from Microsoft Graph with that person's own rights. */
export function graphDirectory(options: GraphOptions): (of: OnBehalfOf) => Directory {
  return (of) => ({
    async teams() {
      const found = await read(options, { of, path: '/v1.0/me/joinedTeams?$select=id,displayName', item: team });
      return found.ok ? ok(inOrder(found.value.map(teamOf))) : found;
    },
    async members(id) {
      const path = `/v1.0/teams/${encodeURIComponent(id)}/members?$top=200`;
      const found = await read(options, { of, path, item: member });
      return found.ok ? ok(inOrder(found.value.flatMap(personOf))) : found;
    },
  });
}

interface Asked<T> {
  readonly of: OnBehalfOf;
  readonly path: string;
  readonly item: z.ZodType<T>;
}

/** Reads a list, page by page; a page that is at another origin is not followed, since the token would go there. */
async function read<T>(
  { origin, tokens, onFault }: GraphOptions,
  { of, path, item }: Asked<T>,
): Promise<Result<readonly T[], DirectoryFault>> {
  const token = await tokens(of);
  if (!token.ok) return token;
  const page = z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });
  const found: T[] = [];
  let next: string | undefined = `${origin}${path}`;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    for (let pages = 0; next !== undefined && pages < MOST_PAGES; pages += 1) {
      const response: Response = await fetch(next, {
        headers: { authorization: `Bearer ${token.value}`, accept: 'application/json' },
        redirect: 'error',
        signal,
      });
      if (!response.ok) return fail(faultOf(response, onFault));
      const { value, '@odata.nextLink': link } = page.parse(await response.json());
      found.push(...value);
      next = link !== undefined && new URL(link).origin === origin ? link : undefined;
    }
    return ok(found);
  } catch (fault) {
    onFault(fault);
    return fail(UNAVAILABLE);
  }
}

/** Graph answers 403 where a permission lacks or the team is another's, 404 where there is none. */
function faultOf({ status }: Response, onFault: GraphOptions['onFault']): DirectoryFault {
  if (status === 404 || status === 403) return { kind: 'thing.not-found' };
  onFault(new Error(`Microsoft Graph answered ${status}`));
  return UNAVAILABLE;
}

function teamOf({ id, displayName }: z.infer<typeof team>): DirectoryTeam {
  return { id: id.toLowerCase(), name: displayName ?? '' };
}

function personOf({ userId, displayName, roles }: z.infer<typeof member>): readonly DirectoryPerson[] {
  if (userId === undefined || userId === null) return [];
  return [
    { person: makeId('person', userId.toLowerCase()), name: displayName ?? '', isGuest: roles.includes('guest') },
  ];
}

function inOrder<T extends { readonly name: string }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => a.name.localeCompare(b.name));
}
