import type { HostState } from '../host/connect.ts';
import type { HostSupports } from '../host/supports.ts';
import type app from '@plumbline/shared/i18n/en/app.json';
import type { ServiceCheck } from './check-service.ts';
import type { NotedError } from './last-error.ts';

type Word = Extract<keyof typeof app, `diagnosis.${string}`>;

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
      title: 'diagnosis.part.place',
      findings: [
        { name: 'diagnosis.answers', value: supports.answered },
        { name: 'diagnosis.host', value: info?.host ?? '' },
        { name: 'diagnosis.client', value: info?.client ?? '' },
        { name: 'diagnosis.frame', value: info?.frame ?? '' },
        { name: 'diagnosis.page', value: info?.page ?? '' },
        { name: 'diagnosis.sub-page', value: info?.subPage ?? '' },
        { name: 'diagnosis.theme', value: info?.theme ?? '' },
        { name: 'diagnosis.locale', value: info?.locale ?? '' },
        { name: 'diagnosis.address', value: from.address },
      ],
    },
    {
      title: 'diagnosis.part.service',
      findings: [
        { name: 'diagnosis.service.reachable', value: service?.reachable ?? '' },
        { name: 'diagnosis.service.ready', value: service?.ready ?? '' },
        { name: 'diagnosis.service.took', value: measured(service?.took, 'ms') },
        { name: 'diagnosis.service.ahead', value: measured(service?.ahead, 's') },
        { name: 'diagnosis.live', value: from.live },
      ],
    },
    {
      title: 'diagnosis.part.versions',
      findings: [
        { name: 'diagnosis.library', value: supports.library },
        { name: 'diagnosis.browser', value: from.browser },
      ],
    },
    {
      title: 'diagnosis.part.supports',
      findings: [
        { name: 'diagnosis.known', value: info?.person !== null },
        { name: 'diagnosis.online', value: from.online },
        { name: 'diagnosis.supports.pages', value: supports.pages },
        { name: 'diagnosis.supports.config', value: yesOrNot(supports.channelTabs) },
        { name: 'diagnosis.supports.back', value: yesOrNot(supports.back) },
        { name: 'diagnosis.supports.meeting', value: yesOrNot(info?.inMeeting === true) },
      ],
    },
    {
      title: 'diagnosis.part.last-error',
      findings: from.errors.flatMap((error): readonly Finding[] => [
        { name: 'diagnosis.error.kind', value: error.kind },
        { name: 'diagnosis.error.id', value: error.id ?? '' },
        { name: 'diagnosis.error.at', value: new Date(error.at).toISOString() },
      ]),
    },
  ];
}

function measured(value: number | null | undefined, unit: 'ms' | 's'): string {
  return value === null || value === undefined ? '' : `${value} ${unit}`;
}

/** What is good to have but not needed everywhere is never reported as missing. */
function yesOrNot(supported: boolean): string | true {
  return supported ? true : '';
}
