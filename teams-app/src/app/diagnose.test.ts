import { describe, expect, it } from '@jest/globals';
import type { HostInfo } from '../host/host-context.ts';
import { diagnose } from './diagnose.ts';

const info: HostInfo = {
  frame: 'panel',
  host: 'Teams',
  client: 'web',
  appId: 'app',
  page: 'home',
  subPage: '',
  inMeeting: true,
  theme: 'dark',
  locale: 'en-GB',
  person: '0b7c9a54',
  name: 'Maya Lindqvist',
};
const supports = { answered: true, library: '2.58.0', pages: true, channelTabs: false, back: false };
const rest = { supports, address: '/tab/', browser: 'Test', online: true, error: null };

function missing(parts: ReturnType<typeof diagnose>): readonly string[] {
  return parts.flatMap(({ findings }) => findings.filter(({ value }) => value === false).map(({ name }) => name));
}

describe('diagnose', () => {
  it('misses nothing where the host only lacks what is good to have', () => {
    expect(missing(diagnose({ ...rest, host: { status: 'ready', info } }))).toEqual([]);
  });

  it('misses the person of a guest', () => {
    const guest = { status: 'ready', info: { ...info, person: null } } as const;
    expect(missing(diagnose({ ...rest, host: guest }))).toEqual(['diagnosis.known']);
  });

  it('misses the answer of a silent host', () => {
    const silent = { ...supports, answered: false, pages: false };
    expect(missing(diagnose({ ...rest, supports: silent, host: { status: 'silent' } }))).toEqual([
      'diagnosis.answers',
      'diagnosis.supports.pages',
    ]);
  });

  it('names no person', () => {
    const all = JSON.stringify(diagnose({ ...rest, host: { status: 'ready', info } }));
    expect(all).not.toContain('Maya');
    expect(all).not.toContain('0b7c9a54');
  });
});
