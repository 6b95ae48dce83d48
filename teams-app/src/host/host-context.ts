import { createContext, useContext } from 'react';
import { assert } from '@plumbline/shared/kernel/assert';
import type { HostTheme } from '../app/theme.ts';

/** Where the tab is shown. */
export type Frame = 'content' | 'panel' | 'stage' | 'settings' | 'other';

/** What the host says about itself and about who looks. */
export interface HostInfo {
  readonly frame: Frame;
  readonly host: string;
  readonly client: string;
  /** The host's ids of the page; `''` when it has none. */
  readonly page: string;
  readonly subPage: string;
  readonly inMeeting: boolean;
  readonly theme: HostTheme;
  readonly locale: string;
  /** The person's id in the directory, `null` for somebody who is not in it. */
  readonly person: string | null;
  readonly name: string;
  /** Whether the person belongs to another organisation than the meeting or to none. */
  readonly external: boolean;
}

export const HostContext = createContext<HostInfo | null>(null);

/** What the host says. */
export function useHost(): HostInfo {
  const host = useContext(HostContext);
  assert(host, 'a screen is drawn outside the host gate');
  return host;
}
