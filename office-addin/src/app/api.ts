import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CallReply, CallRequest } from '@plumbline/shared/client/client';
import { connectionError, type ClientError } from '@plumbline/shared/client/client-error';
import type { OutputOf, ParamsOf } from '@plumbline/shared/contract/operation';
import type { OperationName, Operations } from '@plumbline/shared/contract/operations';
import type { BrowserOperationName } from '@plumbline/shared/contract/routes';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { useCallback } from 'react';
import { SignInRefused } from '../sign-in/sign-in.ts';
import { lastProblemOf } from './last-problem.ts';
import { useServices, type Services } from './services.ts';

export type { ClientError };

/** Operations that only read: the pane changes documents, never Plumbline. */
export type ViewName = {
  [N in BrowserOperationName]: Operations[N]['method'] extends 'GET' ? N : never;
}[BrowserOperationName];

/** The parts of an operation's path. */
export type ViewParams<N extends OperationName> = { readonly [K in keyof ParamsOf<Operations[N]>]: string };

/** What an operation answers. */
export type View<N extends OperationName> = OutputOf<Operations[N]>;

/** A view of the service's. `null` as params: not looked up yet. */
export function useView<N extends ViewName>(
  name: N,
  params: ViewParams<N> | null,
): UseQueryResult<View<N>, ClientError> {
  const services = useServices();
  return useQuery<View<N>, ClientError>({
    queryKey: [name, params],
    enabled: params !== null,
    queryFn: async ({ signal }) => {
      const reply = await callView(services, name, requestOf<N>({ params: params ?? {}, signal }));
      if (reply.ok) return reply.value.value;
      // TanStack Query hands on what is thrown as `error`, and a screen reads a ClientError.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw reply.error;
    },
  });
}

/** Looks views up anew, one at a time, for what is no screen of its own, in a locale that need not be the reader's. */
export function useLookUp(): <N extends ViewName>(
  name: N,
  params: ViewParams<N>,
  language: string,
) => Promise<Result<View<N>, ClientError>> {
  const services = useServices();
  return useCallback(
    async (name, params, language) => {
      const reply = await callView(services, name, requestOf<typeof name>({ params, language }));
      return reply.ok ? ok(reply.value.value) : reply;
    },
    [services],
  );
}

/** Calls the service, and remembers what failed. */
async function callView<N extends ViewName>(
  services: Services,
  name: N,
  request: CallRequest<N>,
): Promise<Result<CallReply<N>, ClientError>> {
  const reply = await callInTime(services, name, request);
  if (!reply.ok) services.lastProblem.seen = lastProblemOf(reply.error);
  return reply;
}

/** A token that ran out on the way is fetched anew once. */
async function callInTime<N extends ViewName>(
  { client, tokens }: Services,
  name: N,
  request: CallRequest<N>,
): Promise<Result<CallReply<N>, ClientError>> {
  try {
    const reply = await client.call(name, request);
    if (reply.ok || (reply.error.kind !== 'identity.expired' && reply.error.kind !== 'identity.invalid')) return reply;
    tokens.forget();
    return await client.call(name, request);
  } catch (cause) {
    // A refused sign-in has a screen of its own; to whoever asked it is one more named failure.
    if (cause instanceof SignInRefused)
      return fail({ ...connectionError('reply.unreadable'), kind: 'identity.missing' });
    throw cause;
  }
}

/** Parts of a request put together; the compiler can't follow a conditional type through a type parameter. */
function requestOf<N extends OperationName>(parts: object): CallRequest<N> {
  return parts as CallRequest<N>;
}
