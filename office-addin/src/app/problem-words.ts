import type { TFunction } from 'i18next';
import type { ClientError } from './api.ts';

/** What happened, what was kept, and what to do. */
export interface Words {
  readonly title: string;
  readonly detail: string;
}

/** The words of a failure: the service's own, or the pane's when nothing came from the service. */
export function problemWords(error: ClientError, t: TFunction): Words {
  const own =
    error.kind === 'network.offline' || error.kind === 'network.timeout' ? error.kind : ('reply.unreadable' as const);
  return {
    title: error.title ?? t(`problem.${own}.title`),
    detail: error.detail ?? t(`problem.${own}.detail`),
  };
}
