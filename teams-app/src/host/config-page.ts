import { pages } from '@microsoft/teams-js';
import { entityId, pathOf, type Entity } from './entity.ts';

/** What a channel or meeting tab is going to show. */
export interface TabChoice {
  readonly entity: Entity;
  readonly name: string;
}

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

/** The tab as the host keeps it. `base` is where the tab is served, with a slash at its end. */
export function tabConfig({ entity, name }: TabChoice, base: URL): pages.InstanceConfig {
  const url = new URL(`.${pathOf(entity)}`, base).href;
  return { entityId: entityId(entity), contentUrl: url, websiteUrl: url, suggestedDisplayName: name };
}
