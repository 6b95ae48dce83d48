import { entityId, readEntity, type Entity } from './entity.ts';

/** A link that opens a page of the tab from a chat, a mail or a document; `null` where the host does not say our app id. */
export function deepLink(appId: string | null, entity: Entity, label: string): string | null {
  if (appId === null) return null;
  const about =
    entity.kind === 'home' ? '' : `&context=${encodeURIComponent(JSON.stringify({ subEntityId: entityId(entity) }))}`;
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/home?label=${encodeURIComponent(label)}${about}`;
}

/** What of ours a link opens, whichever app id or host it names; `null` for any other address. */
export function readDeepLink(url: string): Entity | null {
  if (!/^https:\/\/teams\.(microsoft\.com|cloud\.microsoft)\/l\/entity\//.test(url)) return readTabAddress(url);
  const context = /[?&]context=([^&#]*)/.exec(url)?.[1];
  if (context === undefined) return { kind: 'home' };
  try {
    const about: unknown = JSON.parse(decodeURIComponent(context));
    const id = typeof about === 'object' && about !== null && 'subEntityId' in about ? about.subEntityId : null;
    return typeof id === 'string' ? readEntity(id) : null;
  } catch {
    // No percent-encoding, or no JSON: nobody's link.
    return null;
  }
}

/** What a page of the tab in a browser shows: its address begins as `pathOf` says. */
function readTabAddress(url: string): Entity | null {
  const [, kind, id] = /^https:\/\/[^/?#]+\/tab\/(team|meeting)s\/([^/?#]+)/.exec(url) ?? [];
  return kind === undefined || id === undefined ? null : readEntity(`${kind}:${id}`);
}
