import { describe, expect, it } from '@jest/globals';
import type { HostInfo } from '../host/host-context.ts';
import { diagnose, healthOf } from './diagnose.ts';

const info: HostInfo = {
  frame: 'panel',
  host: 'Teams',
  client: 'web',
  appId: 'app',
  page: 'home',
  subPage: '',
  inMeeting: true,
  meetingChat: null,
  theme: 'dark',
  locale: 'en-GB',
  person: '0b7c9a54',
  name: 'Maya Lindqvist',
  account: 'maya@harbour.example',
};
const supports = { answered: true, library: '2.58.0', pages: true, channelTabs: false, back: false };
const service = { reachable: true, ready: true, took: 12, ahead: -3 };
const rest = { service, supports, address: '/tab/', browser: 'Test', online: true, live: 'live', errors: [] };

function missing(parts: ReturnType<typeof diagnose>): readonly string[] {
  return parts.flatMap(({ findings }) => findings.filter(({ value }) => value === false).map(({ name }) => name));
}

describe('diagnose', () => {
  it('misses nothing where the host only lacks what is good to have', () => {
    expect(missing(diagnose({ ...rest, host: { status: 'ready', info } }))).toEqual([]);
  });

  it('misses the person of a guest', () => {
    const guest = { status: 'ready', info: { ...info, person: null } } as const;
    expect(missing(diagnose({ ...rest, host: guest }))).toEqual(['known']);
  });

  it('misses the answer of a silent host', () => {
    const silent = { ...supports, answered: false, pages: false };
    expect(missing(diagnose({ ...rest, supports: silent, host: { status: 'silent' } }))).toEqual([
      'answers',
      'supports.pages',
    ]);
  });

  it('tells what the service says of itself, and misses one that does not answer', () => {
    const host = { status: 'ready', info } as const;
    const words = diagnose({ ...rest, host }).flatMap(({ findings }) => findings);
    expect(words).toContainEqual({ name: 'service.ahead', value: '-3 s' });
    expect(words).toContainEqual({ name: 'live', value: 'live' });
    const away = { reachable: false, ready: false, took: null, ahead: null };
    expect(missing(diagnose({ ...rest, host, service: away }))).toEqual(['service.reachable', 'service.ready']);
    expect(missing(diagnose({ ...rest, host, service: null }))).toEqual([]);
  });

  it('says that all is there only once the service has been looked at', () => {
    const host = { status: 'ready', info } as const;
    expect(healthOf(diagnose({ ...rest, host, service: null }), null)).toBeNull();
    expect(healthOf(diagnose({ ...rest, host }), service)).toBe('healthy');
    const away = { reachable: false, ready: false, took: null, ahead: null };
    expect(healthOf(diagnose({ ...rest, host, service: away }), away)).toBe('unhealthy');
  });

  it('tells the last failures by the numbers that the log of the service has them under', () => {
    const errors = [
      { kind: 'castBallot: service.fault', id: 'urn:uuid:2', at: 2 },
      { kind: 'viewHome: service.fault', id: 'urn:uuid:1', at: 1 },
    ];
    const findings = diagnose({ ...rest, host: { status: 'ready', info }, errors }).at(-1)?.findings ?? [];
    expect(findings.flatMap(({ name, value }) => (name === 'error.id' ? [value] : []))).toEqual([
      'urn:uuid:2',
      'urn:uuid:1',
    ]);
  });

  it('names no person', () => {
    const all = JSON.stringify(diagnose({ ...rest, host: { status: 'ready', info } }));
    expect(all).not.toContain('Maya');
    expect(all).not.toContain('0b7c9a54');
  });
});
