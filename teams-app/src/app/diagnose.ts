import type { HostState } from '../host/connect.ts';
import type { HostSupports } from '../host/supports.ts';
import type words from '@plumbline/shared/i18n/en/diagnosis.json';
import type { ServiceCheck } from '@plumbline/shared/client/check-service';
import type { NotedError } from './last-error.ts';

type Word = keyof typeof words;

/** One line of the check-up: a text, or whether something needed is there. */
export interface Finding {
  readonly name: Word;
  readonly value: string | boolean;
}

export interface DiagnosisPart {
  readonly title: Word;
  readonly findings: readonly Finding[];
}

/** Puts together what support needs to know. Nothing here names a person or holds what somebody wrote. */
export function diagnose(from: {
  readonly host: HostState;
  readonly supports: HostSupports;
  readonly address: string;
  readonly browser: string;
  readonly online: boolean;
  /** `null` while it is being looked at. */
  readonly service: ServiceCheck | null;
  /** How the screens learned of changes last. */
  readonly live: string;
  /** The latest first. */
  readonly errors: readonly NotedError[];
}): readonly DiagnosisPart[] {
  const { host, supports, service } = from;
  const info = host.status === 'ready' ? host.info : null;
  return [
    {
      title: 'part.place',
      findings: [
        { name: 'answers', value: supports.answered },
        { name: 'host', value: info?.host ?? '' },
        { name: 'client', value: info?.client ?? '' },
        { name: 'frame', value: info?.frame ?? '' },
        { name: 'page', value: info?.page ?? '' },
        { name: 'sub-page', value: info?.subPage ?? '' },
        { name: 'theme', value: info?.theme ?? '' },
        { name: 'locale', value: info?.locale ?? '' },
        { name: 'address', value: from.address },
      ],
    },
    {
      title: 'part.service',
      findings: [
        { name: 'service.reachable', value: service?.reachable ?? '' },
        { name: 'service.ready', value: service?.ready ?? '' },
        { name: 'service.took', value: measured(service?.took, 'ms') },
        { name: 'service.ahead', value: measured(service?.ahead, 's') },
        { name: 'live', value: from.live },
      ],
    },
    {
      title: 'part.versions',
      findings: [
        { name: 'library', value: supports.library },
        { name: 'browser', value: from.browser },
      ],
    },
    {
      title: 'part.supports',
      findings: [
        { name: 'known', value: info?.person !== null },
        { name: 'online', value: from.online },
        { name: 'supports.pages', value: supports.pages },
        { name: 'supports.config', value: yesOrNot(supports.channelTabs) },
        { name: 'supports.back', value: yesOrNot(supports.back) },
        { name: 'supports.meeting', value: yesOrNot(info?.inMeeting === true) },
      ],
    },
    {
      title: 'part.last-error',
      findings: from.errors.flatMap((error): readonly Finding[] => [
        { name: 'error.kind', value: error.kind },
        { name: 'error.id', value: error.id ?? '' },
        { name: 'error.at', value: new Date(error.at).toISOString() },
      ]),
    },
  ];
}

/** What can be said of the whole check-up: nothing until the service has been looked at. */
export function healthOf(
  parts: readonly DiagnosisPart[],
  service: ServiceCheck | null,
): 'healthy' | 'unhealthy' | null {
  if (service === null) return null;
  return parts.some(({ findings }) => findings.some(({ value }) => value === false)) ? 'unhealthy' : 'healthy';
}

function measured(value: number | null | undefined, unit: 'ms' | 's'): string {
  return value === null || value === undefined ? '' : `${value} ${unit}`;
}

/** What is good to have but not needed everywhere is never reported as missing. */
function yesOrNot(supported: boolean): string | true {
  return supported ? true : '';
}
