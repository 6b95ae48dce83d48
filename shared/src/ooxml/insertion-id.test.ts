import { expect, it } from '@jest/globals';
import { frameName, readFrameName } from './insertion.ts';
import { ID_BYTES, insertionId } from './insertion-id.ts';

it('makes ids that sort by their moment and are read back from the name of a frame', () => {
  const random = new Uint8Array(ID_BYTES).map((_, at) => at * 17);
  const [early, late] = [1_700_000_000_000, 1_700_000_000_001].map((at) => insertionId(at, random));

  expect(early).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect([late, early].toSorted()).toEqual([early, late]);
  const key = { figure: 'agreement', of: 'question-1' } as const;
  expect(readFrameName(frameName({ id: early ?? '', key }))).toEqual({ id: early, key });
});
