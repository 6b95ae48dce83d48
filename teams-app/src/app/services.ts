import { createContext, useContext } from 'react';
import type { Client } from '@plumbline/shared/client/client';
import { assert } from '@plumbline/shared/kernel/assert';
import type { PersonId } from '@plumbline/shared/kernel/ids';
import type { LiveHub } from './live-hub.ts';

/** What every screen is given: the API, the live watch, and who looks. */
export interface Services {
  readonly client: Client;
  readonly live: LiveHub;
  readonly me: { readonly person: PersonId; readonly name: string };
}

export const ServicesContext = createContext<Services | null>(null);

/** The services of the running tab. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services, 'a screen is drawn outside the shell');
  return services;
}
