import type { TFunction } from 'i18next';
import type { ClientError } from './api.ts';

/** The words of a failure: the service's own, or the tab's when nothing came from the service. */
export function problemWords(error: ClientError, t: TFunction): { readonly title: string; readonly detail: string } {
  const own = ownKind(error.kind);
  const detail = error.detail ?? t(`problem.${own}.detail`);
  const wait =
    error.retryAfter === null ? [] : [t('problem.retry-after', { count: Math.ceil(error.retryAfter / 1_000) })];
  return { title: error.title ?? t(`problem.${own}.title`), detail: [detail, ...wait].join(' ') };
}

function ownKind(kind: ClientError['kind']) {
  switch (kind) {
    case 'network.offline':
    case 'network.timeout':
    case 'identity.expired':
      return kind;
    default:
      return 'reply.unreadable';
  }
}
