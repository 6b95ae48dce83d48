import { createContext, useContext } from 'react';
import { createClient, type Client } from '@plumbline/shared/client/client';
import { assert } from '@plumbline/shared/kernel/assert';
import type { Host, HostInfo } from '../host/host.ts';
import type { TokenSource } from '@plumbline/shared/client/token-source';
import { browserWeb } from './browser.ts';
import type { LastProblem } from './last-problem.ts';

/** What every screen is given: the API, the document, and the token behind it. */
export interface Services {
  readonly client: Client;
  readonly tokens: TokenSource;
  readonly host: Host;
  readonly info: HostInfo;
  /** What failed last between the pane and the service, for support; no word of it is kept. */
  readonly lastProblem: { seen: LastProblem | null };
  /** Signs out, to sign in as another; `null` where Office decides who one is. */
  readonly leave: (() => void) | null;
}

export const ServicesContext = createContext<Services | null>(null);

/** The services of the running pane. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services, 'a screen is drawn outside the shell');
  return services;
}

/** What the open document is made of, for words that differ by it. */
export function useThing(): 'slides' | 'blocks' {
  return useServices().host.program === 'powerpoint' ? 'slides' : 'blocks';
}

/** A client of the service that this page came from. */
export function createPaneClient(tokens: TokenSource, { locale }: HostInfo): Client {
  return createClient({
    ...browserWeb(),
    baseUrl: '',
    token: () => tokens.get(),
    newKey: () => crypto.randomUUID(),
    language: () => locale,
  });
}
