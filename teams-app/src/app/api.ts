import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CallReply, CallRequest } from '@plumbline/shared/client/client';
import { connectionError, type ClientError } from '@plumbline/shared/client/client-error';
import type { OutputOf, ParamsOf } from '@plumbline/shared/contract/operation';
import type { OperationName, Operations } from '@plumbline/shared/contract/operations';
import type { BrowserOperationName } from '@plumbline/shared/contract/routes';
import { fail, type Result } from '@plumbline/shared/kernel/result';
import { TokenRefused } from '../host/token.ts';
import { noteError } from './last-error.ts';
import { settleCommand, viewKey } from './cache.ts';
import { useServices, type Services } from './services.ts';

export type { ClientError };

/** Operations that only read. */
export type ViewName = {
  [N in BrowserOperationName]: Operations[N]['method'] extends 'GET' ? N : never;
}[BrowserOperationName];

/** Operations that change something. */
export type CommandName = Exclude<BrowserOperationName, ViewName>;

/** The parts of an operation's path. */
export type ViewParams<N extends OperationName> = { readonly [K in keyof ParamsOf<Operations[N]>]: string };

/** What an operation answers. */
export type View<N extends OperationName> = OutputOf<Operations[N]>;

export interface ViewOptions {
  /** False keeps it from being looked up, until it is needed. */
  readonly enabled?: boolean;
}

/** How a view stands. A failure stays while it is looked up again, so that no screen jumps between the two. */
export interface Viewed<N extends ViewName> {
  readonly data: View<N> | undefined;
  readonly error: ClientError | null;
  readonly isFetching: boolean;
  readonly refetch: UseQueryResult<View<N>, ClientError>['refetch'];
}

/** A view of the service's, looked up once and kept fresh by `useLive` and by commands. */
export function useView<N extends ViewName>(name: N, params: ViewParams<N>, options: ViewOptions = {}): Viewed<N> {
  const services = useServices();
  const query = useQuery<View<N>, ClientError>({
    queryKey: viewKey(name, paramsOf({ params })),
    enabled: options.enabled ?? true,
    queryFn: async ({ signal }) => {
      const reply = await callWith(services, name, requestOf<N>({ params, signal }));
      if (reply.ok) return reply.value.value;
      // TanStack Query hands on what is thrown as `error`, and a screen reads a ClientError.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw reply.error;
    },
  });
  const { data, error, isFetching, refetch, errorUpdateCount } = query;
  const [lastError, setLastError] = useState(error);
  if (error !== null && error !== lastError) setLastError(error);
  // A failed view that is looked up again says that nothing ever failed, but for the count.
  const stays = data === undefined && isFetching && errorUpdateCount > 0;
  return { data, error: error ?? (stays ? lastError : null), isFetching, refetch };
}

/** What a command takes: the parts of its path and its input, `{}` and nothing where it has none; see `CallRequest`. */
export type CommandRequest<N extends CommandName> = Omit<CallRequest<N>, 'signal'>;

export interface Command<N extends CommandName> {
  readonly run: (request: CommandRequest<N>) => Promise<Result<CallReply<N>, ClientError>>;
  readonly running: boolean;
}

/** A command to the service. After a success every screen that shows the same thing is brought up to date. */
export function useCommand<N extends CommandName>(name: N): Command<N> {
  const services = useServices();
  const cache = useQueryClient();
  const [underway, setUnderway] = useState(0);
  const run = useCallback(
    async (request: CommandRequest<N>) => {
      setUnderway((count) => count + 1);
      const reply = await callWith(services, name, requestOf<N>(request));
      setUnderway((count) => count - 1);
      if (reply.ok) settleCommand(cache, { name, params: paramsOf(request), value: reply.value.value });
      return reply;
    },
    [services, cache, name],
  );
  return { run, running: underway > 0 };
}

/** Who is looking. */
export function useMe(): Services['me'] {
  return useServices().me;
}

/** What `If-Match` takes for a view that is to be changed. */
export function revisionOf(view: { readonly revision: number }): string {
  return String(view.revision);
}

/** Calls the service. A token that ran out on the way is fetched anew once; every failure is kept for the check-up. */
export async function callWith<N extends BrowserOperationName>(
  { client, tokens }: Services,
  name: N,
  request: CallRequest<N>,
): Promise<Result<CallReply<N>, ClientError>> {
  try {
    let reply = await client.call(name, request);
    if (!reply.ok && (reply.error.kind === 'identity.expired' || reply.error.kind === 'identity.invalid')) {
      tokens.forget();
      reply = await client.call(name, request);
    }
    if (!reply.ok) noteError({ kind: `${name}: ${reply.error.kind}`, id: reply.error.instance });
    return reply;
  } catch (cause) {
    // A refused sign-in has a screen of its own; to whoever asked it is one more named failure.
    if (!(cause instanceof TokenRefused)) throw cause;
    const kind = cause.refusal === 'expired' ? 'identity.expired' : 'identity.missing';
    return fail({ ...connectionError('reply.unreadable'), kind });
  }
}

/** Parts of a request put together; the compiler can't follow a conditional type through a type parameter. */
export function requestOf<N extends OperationName>(parts: object): CallRequest<N> {
  return parts as CallRequest<N>;
}

function paramsOf(request: object): Readonly<Record<string, string>> {
  const params: unknown = 'params' in request ? request.params : {};
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(
    Object.entries(params).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
