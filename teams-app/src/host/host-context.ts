import { createContext, useContext } from 'react';
import { assert } from '@plumbline/shared/kernel/assert';
import type { BrowserSession } from '../outside/session.ts';
import type { HostTheme } from './host-theme.ts';

/** Where the tab is shown; `sign-in`: in a window of its own, which the host opened for the directory's questions. */
export type Frame = 'content' | 'panel' | 'stage' | 'settings' | 'sign-in' | 'other';

/** What the host says about itself, the place and the person. */
export interface HostInfo {
  readonly frame: Frame;
  readonly host: string;
  readonly client: string;
  /** The Teams app's id, `null` where the host does not say it. */
  readonly appId: string | null;
  /** The host's ids of the page; `''` when it has none. */
  readonly page: string;
  readonly subPage: string;
  readonly inMeeting: boolean;
  /** Teams' id of the meeting's chat; `null` outside of one, or where the host does not say it. */
  readonly meetingChat: string | null;
  readonly theme: HostTheme;
  /** A canonical BCP 47 tag: `en-US`. */
  readonly locale: string;
  /** The person's id in the directory, `null` for somebody who is in none, such as an anonymous guest of a meeting. */
  readonly person: string | null;
  readonly name: string;
  /** What the directory knows the person's account by; `''` where the host does not say it. */
  readonly account: string;
  /** Who signed in here by themselves; left out where the host knows who it is. */
  readonly session?: BrowserSession;
}

export const HostContext = createContext<HostInfo | null>(null);

/** What the host says. */
export function useHost(): HostInfo {
  const host = useContext(HostContext);
  assert(host, 'a screen is drawn outside the host gate');
  return host;
}
