import { entityId, type Entity } from './entity.ts';

/** A link that opens a page of the tab from a chat, a mail or a document; `null` where the host does not say our app id. */
export function deepLink(appId: string | null, entity: Entity, label: string): string | null {
  if (appId === null) return null;
  const about =
    entity.kind === 'home' ? '' : `&context=${encodeURIComponent(JSON.stringify({ subEntityId: entityId(entity) }))}`;
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/home?label=${encodeURIComponent(label)}${about}`;
}
