import { isId, type MeetingId, type TeamId } from '../kernel/ids.ts';

/** What a page id of ours names: `home`, `team:<id>` or `meeting:<id>`, in a manifest, a channel tab or a deep link. */
export type Entity =
  | { readonly kind: 'home' }
  | { readonly kind: 'team'; readonly id: TeamId }
  | { readonly kind: 'meeting'; readonly id: MeetingId };

/** Reads a page id; `null` when it is not one of ours. */
export function readEntity(text: string): Entity | null {
  if (text === 'home') return { kind: 'home' };
  const at = text.indexOf(':');
  const id = text.slice(at + 1);
  if (text.startsWith('team:') && isId('team', id)) return { kind: 'team', id };
  if (text.startsWith('meeting:') && isId('meeting', id)) return { kind: 'meeting', id };
  return null;
}

/** Writes a page id. */
export function entityId(entity: Entity): string {
  return entity.kind === 'home' ? 'home' : `${entity.kind}:${entity.id}`;
}

/** Where in the tab an entity is. */
export function pathOf(entity: Entity): string {
  switch (entity.kind) {
    case 'home':
      return '/';
    case 'team':
      return `/teams/${entity.id}`;
    case 'meeting':
      return `/meetings/${entity.id}`;
  }
}
