import { describe, expect, it } from '@jest/globals';
import { message } from './message.ts';
import { sameShare } from './same-share.ts';

describe('RS20 the share of marks that say the same', () => {
  it.each([
    [0.1, 'or-fewer', 10],
    [0.9, 'or-more', 90],
  ] as const)('%s of an anonymous meeting stands for all that lies beyond it too', (share, which, percent) => {
    expect(sameShare(share, 'anonymous')).toEqual(message(`same-share.${which}`, { percent }));
  });

  it.each([0.2, 0.5, 0.8])('%s is itself', (share) => {
    expect(sameShare(share, 'anonymous')).toEqual(message('same-share', { percent: share * 100 }));
  });

  it.each([0, 0.1, 0.9, 1])('%s of a named meeting is itself', (share) => {
    expect(sameShare(share, 'named')).toEqual(message('same-share', { percent: share * 100 }));
  });
});
