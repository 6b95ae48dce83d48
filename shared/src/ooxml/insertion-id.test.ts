import { expect, it } from '@jest/globals';
import { frameName, readFrameName } from './insertion.ts';
import { ID_BYTES, insertionId } from './insertion-id.ts';

it('makes ids that sort by their moment and are read back from the name of a frame', () => {
  const random = new Uint8Array(ID_BYTES).map((_, at) => at * 17);
  const moments = [31, 32, 1_023, 1_024, 1_700_000_000_000, 1_700_000_000_001, 2_000_000_000_000];
  const ids = moments.map((at) => insertionId(at, random));
  const [early = ''] = ids;

  expect(early).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(moments.length);
  const key = { figure: 'agreement', of: 'question-1' } as const;
  expect(readFrameName(frameName({ id: early, key }))).toEqual({ id: early, key });
});
