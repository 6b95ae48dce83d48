import { describe, expect, it } from '@jest/globals';
import { sample } from '@plumbline/shared/testing/edited-decks';
import { sampleInsertion } from '@plumbline/shared/testing/exhibits';
import { withCopies } from './deck-check.ts';
import type { Standing } from './standing.ts';

function standing(position: number, n: number): Standing {
  const { id, key, provenance } = sampleInsertion(sample('profile'), n);
  return {
    place: { id: String(position), position },
    frame: '4',
    identity: { id, key, provenance, written: null },
    copy: { number: 1, of: 1 },
    lacksAltText: false,
    condition: { status: 'current' },
  };
}

describe('copies in a deck', () => {
  it('OF69 are counted over all of its slides, although each was exported alone', () => {
    const found = withCopies([standing(1, 1), standing(4, 2), standing(5, 1), standing(9, 1)]);
    expect(found.map(({ copy }) => `${String(copy.number)} of ${String(copy.of)}`)).toEqual([
      '1 of 3',
      '1 of 1',
      '2 of 3',
      '3 of 3',
    ]);
  });
});
