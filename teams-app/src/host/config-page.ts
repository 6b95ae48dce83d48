import { pages } from '@microsoft/teams-js';
import { tabConfig, type TabChoice } from './tab-config.ts';

/** Tells the host whether "Save" may be pressed, and what it saves. Nobody is ever asked for an address. */
export function offerTab(choice: TabChoice | null): void {
  if (!pages.config.isSupported()) return;
  pages.config.registerOnSaveHandler((save) => {
    if (choice === null) return save.notifyFailure();
    pages.config.setConfig(tabConfig(choice, new URL(import.meta.env.BASE_URL, window.location.origin))).then(
      () => save.notifySuccess(),
      (cause: unknown) => save.notifyFailure(cause instanceof Error ? cause.message : String(cause)),
    );
  });
  pages.config.setValidityState(choice !== null);
}
