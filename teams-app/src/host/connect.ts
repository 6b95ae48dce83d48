import { app } from '@microsoft/teams-js';
import type { Duration } from '@plumbline/shared/kernel/instant';
import { readHostTheme } from './host-theme.ts';
import type { HostInfo } from './host-context.ts';
import { hostOriginsHeard } from './own-origin.ts';
import { readContext } from './read-context.ts';

/** How far the tab has come with its host. `outside`: there is none, the page was opened in a browser. */
export type HostState =
  | { readonly status: 'connecting' }
  | { readonly status: 'outside' }
  | { readonly status: 'silent' }
  | { readonly status: 'ready'; readonly info: HostInfo };

/** teams-js itself would wait a minute, with nothing on the screen. */
const SILENCE: Duration = 5_000;

/** Finds the host and follows it. A host that answers late is welcome: `silent` may still become `ready`. */
export function connectHost(onState: (state: HostState) => void): void {
  const silence = setTimeout(() => onState({ status: 'silent' }), SILENCE);
  greet(onState).then(
    () => clearTimeout(silence),
    () => {
      clearTimeout(silence);
      // With nobody above this window there is nobody who could have answered.
      onState({ status: window.parent === window ? 'outside' : 'silent' });
    },
  );
}

async function greet(onState: (state: HostState) => void): Promise<void> {
  await app.initialize(hostOriginsHeard(__HOST_ORIGINS__, new URL(window.location.href)));
  let info = readContext(await app.getContext(), app.getFrameContext());
  app.registerOnThemeChangeHandler((word) => {
    info = { ...info, theme: readHostTheme(word) };
    onState({ status: 'ready', info });
  });
  onState({ status: 'ready', info });
  app.notifyAppLoaded();
}
