import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { createClient, type Client } from '@plumbline/shared/client/client';
import { assert } from '@plumbline/shared/kernel/assert';
import { makeId, type PersonId } from '@plumbline/shared/kernel/ids';
import type { HostInfo } from '../host/host-context.ts';
import type { TokenSource } from '@plumbline/shared/client/token-source';
import { after, browserWeb, scarceLocks } from './browser.ts';
import { settleNews } from './cache.ts';
import { noteLiveState } from './last-error.ts';
import { createLines } from './lines.ts';
import { createLiveHub, type LiveHub } from './live-hub.ts';

/** What every screen is given: the API, the live watch, and who looks. */
export interface Services {
  readonly client: Client;
  readonly live: LiveHub;
  readonly tokens: TokenSource;
  readonly me: { readonly person: PersonId; readonly name: string };
}

export const ServicesContext = createContext<Services | null>(null);

/** The services of the running tab. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services, 'a screen is drawn outside the shell');
  return services;
}

/** Puts the services together for the person the host names. */
export function createServices(from: {
  readonly tokens: TokenSource;
  readonly cache: QueryClient;
  readonly host: HostInfo;
}): Services {
  const { tokens, cache, host } = from;
  const lines = createLines({ locks: scarceLocks(), after });
  // A page that is kept for the way back streams nothing.
  window.addEventListener('pagehide', () => lines.drop());
  const client = createClient({
    ...browserWeb(),
    baseUrl: '',
    token: () => tokens.get(),
    newKey: () => crypto.randomUUID(),
    language: () => host.locale,
    takeLine: () => lines.take(),
  });
  const live = createLiveHub({
    open: (watch) => client.watchLive(watch),
    onNews: (news) => settleNews(cache, news),
    later: (run) => queueMicrotask(run),
  });
  noteLiveState(live.state());
  live.subscribe(() => noteLiveState(live.state()));
  return { client, live, tokens, me: { person: makeId('person', host.person ?? 'guest'), name: host.name } };
}
