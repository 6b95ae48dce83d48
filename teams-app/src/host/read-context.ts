import type { app } from '@microsoft/teams-js';
import { readHostTheme } from './host-theme.ts';
import type { Frame, HostInfo } from './host-context.ts';

/**
 * Reads what the host says of the place and the person into our own words. `begun` is the frame that it named when the tab
 * began: of a window of its own not every host says more.
 */
export function readContext(context: app.Context, begun: string | undefined): HostInfo {
  const person = context.user?.id ?? '';
  return {
    frame: begun === 'authentication' ? 'sign-in' : readFrame(context.page.frameContext),
    host: context.app.host.name,
    client: context.app.host.clientType,
    appId: context.app.appId?.toString() ?? null,
    page: context.page.id,
    subPage: context.page.subPageId ?? '',
    inMeeting: context.meeting !== undefined,
    meetingChat: context.meeting === undefined ? null : (context.chat?.id ?? null),
    theme: readHostTheme(context.app.theme),
    locale: readLocale(context.app.locale),
    person: person === '' ? null : person,
    account: context.user?.loginHint ?? context.user?.userPrincipalName ?? '',
    name: context.user?.displayName ?? context.user?.userPrincipalName ?? '',
  };
}

function readFrame(frame: string): Frame {
  switch (frame) {
    case 'content':
      return 'content';
    case 'sidePanel':
      return 'panel';
    case 'meetingStage':
      return 'stage';
    case 'settings':
      return 'settings';
    default:
      return 'other';
  }
}

/** Hosts write `en-us`; a locale that Intl does not take would break every date on the screen. */
function readLocale(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
