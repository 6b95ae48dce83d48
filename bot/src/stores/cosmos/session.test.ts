import { describe, expect, it } from '@jest/globals';
import { createSession, logPlaceIn, type Session } from './session.ts';

const KEY = new Uint8Array(32).fill(1);
const OTHER_KEY = new Uint8Array(32).fill(2);

function sessionWith(...heard: readonly (readonly [Parameters<Session['hear']>[0], string])[]): Session {
  const session = createSession(KEY);
  for (const [container, token] of heard) session.hear(container, token);
  return session;
}

describe('the session', () => {
  it('knows nothing at first, and nothing of containers that no answer came from', () => {
    expect(createSession(KEY).tokenOf('core')).toBeNull();
    expect(sessionWith(['core', '0:-1#5']).tokenOf('teams')).toBeNull();
  });

  it.each([
    ['the higher place', '0:-1#5', '0:-1#9', '0:-1#9'],
    ['the higher place as a number', '0:-1#9', '0:-1#10', '0:-1#10'],
    ['the higher version, after a failover, whatever its place', '0:1#900', '0:2#7', '0:2#7'],
    ['the place among regions', '0:-1#5#1=3#2=4', '0:-1#6#1=3#2=4', '0:-1#6#1=3#2=4'],
    ['places beyond what a number can hold', '0:-1#9007199254740993', '0:-1#9007199254740994', '0:-1#9007199254740994'],
    ['each range by itself', '0:-1#5,1:-1#7', '1:-1#6,2:-1#1', '0:-1#5,1:-1#7,2:-1#1'],
  ])('keeps %s, in whichever order it was heard', (...[, one, other, kept]) => {
    const sorted = (session: Session) => session.tokenOf('core')?.split(',').sort().join(',');
    expect(sorted(sessionWith(['core', one], ['core', other]))).toBe(kept);
    expect(sorted(sessionWith(['core', other], ['core', one]))).toBe(kept);
  });

  it('is taken over by another process with the key, and adds to what that has seen', () => {
    const sent = sessionWith(['core', '0:-1#5'], ['ballots', '0:-1#9']);
    const taker = sessionWith(['core', '0:-1#8'], ['teams', '0:-1#2']);
    taker.open(sent.seal());

    expect([taker.tokenOf('core'), taker.tokenOf('teams'), taker.tokenOf('ballots'), taker.tokenOf('private')]).toEqual(
      ['0:-1#8', '0:-1#2', '0:-1#9', null],
    );
  });

  it('is passed over when it was sealed under another key, changed, cut or is no such text', () => {
    const sealed = sessionWith(['core', '0:-1#5']).seal();
    const forger = createSession(OTHER_KEY);
    forger.hear('core', '0:-1#999');
    const middle = Math.floor(sealed.length / 2);
    const changed = `${sealed.slice(0, middle)}${sealed[middle] === 'A' ? 'B' : 'A'}${sealed.slice(middle + 1)}`;
    const taker = createSession(KEY);
    for (const text of [forger.seal(), changed, sealed.slice(0, -4), '', 'nonsense', '{}', 'A'.repeat(20_000)]) {
      taker.open(text);
    }
    expect(taker.tokenOf('core')).toBeNull();
    taker.open(sealed);
    expect(taker.tokenOf('core')).toBe('0:-1#5');
  });

  it('is sealed into texts of one length that never come twice, however much was written', () => {
    const little = sessionWith(['core', '0:-1#5']);
    const much = sessionWith(
      ['core', '0:-1#123456789,1:-1#987654321'],
      ['teams', '0:-1#123456789'],
      ['ballots', '0:-1#123456789,1:-1#55555,2:-1#777777'],
      ['private', '0:-1#123456789'],
    );
    const texts = [createSession(KEY).seal(), little.seal(), little.seal(), much.seal()];

    expect(new Set(texts.map(({ length }) => length)).size).toBe(1);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => !/^[\w-]+$/.test(text))).toEqual([]);
  });
});

describe('the place in the log', () => {
  it.each([
    ['0:-1#17', 17n],
    ['3:2#40#1=39', 40n],
    ['0:12', 12n],
    ['nonsense', 0n],
    [undefined, 0n],
  ])('of %j is %d', (token, place) => {
    expect(logPlaceIn(token)).toBe(place);
  });
});
