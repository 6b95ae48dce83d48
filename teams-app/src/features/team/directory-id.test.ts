import { describe, expect, it } from '@jest/globals';
import { readDirectoryId } from './directory-id.ts';

const ID = '0b7c9a54-3f2d-4e61-8a10-000000000001';

describe('readDirectoryId', () => {
  it('takes an object id however it was copied', () => {
    expect([ID, ` ${ID}\n`, `{${ID.toUpperCase()}}`].map(readDirectoryId)).toEqual([ID, ID, ID]);
  });

  it('takes nothing else', () => {
    expect(['', 'maya@calder.example', ID.slice(1), `${ID}0`, ID.replace('b', 'g')].map(readDirectoryId)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
