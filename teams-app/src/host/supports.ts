import { app, pages, version } from '@microsoft/teams-js';

/** What the host says that it can do, and which library asked it; all false before it has answered. */
export interface HostSupports {
  readonly answered: boolean;
  readonly library: string;
  readonly pages: boolean;
  readonly channelTabs: boolean;
  readonly back: boolean;
}

/** Asks the host's runtime. */
export function hostSupports(): HostSupports {
  const answered = app.isInitialized();
  const can = (isSupported: () => boolean): boolean => {
    try {
      return answered && isSupported();
    } catch {
      // teams-js throws while the handshake is still going on.
      return false;
    }
  };
  return {
    answered,
    library: version,
    pages: can(pages.isSupported),
    channelTabs: can(pages.config.isSupported),
    back: can(pages.backStack.isSupported),
  };
}
