import { pathOf, readEntity } from '@plumbline/shared/contract/entity';
import type { HostInfo } from './host-context.ts';

/**
 * Where to go when the host opens the tab; `null` to stay at the address it was opened with. A deep link's sub-page goes
 * before the page, and an address with a place of its own goes before the page id.
 */
export function startPath(info: Pick<HostInfo, 'frame' | 'page' | 'subPage'>, path: string): string | null {
  const wanted = wantedPath(info, path);
  return wanted === path ? null : wanted;
}

function wantedPath(info: Pick<HostInfo, 'frame' | 'page' | 'subPage'>, path: string): string {
  if (info.frame === 'settings') return '/config';
  const linked = readEntity(info.subPage);
  if (linked !== null) return pathOf(linked);
  if (path !== '/') return path;
  const page = readEntity(info.page);
  return page === null ? path : pathOf(page);
}
