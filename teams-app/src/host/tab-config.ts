import type { pages } from '@microsoft/teams-js';
import { entityId, pathOf, type Entity } from '@plumbline/shared/contract/entity';

/** What a channel or meeting tab is going to show. */
export interface TabChoice {
  readonly entity: Entity;
  readonly name: string;
}

/** The tab as the host keeps it. `base` is where the tab is served, with a slash at its end. */
export function tabConfig({ entity, name }: TabChoice, base: URL): pages.InstanceConfig {
  const url = new URL(`.${pathOf(entity)}`, base).href;
  return { entityId: entityId(entity), contentUrl: url, websiteUrl: url, suggestedDisplayName: name };
}
