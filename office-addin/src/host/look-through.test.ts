import { describe, expect, it } from '@jest/globals';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { sample } from '@plumbline/shared/testing/edited-decks';
import { sampleInsertion } from '@plumbline/shared/testing/exhibits';
import type { HostFault } from './host-fault.ts';
import { lookThrough } from './look-through.ts';
import type { Place } from './place.ts';
import type { Standing } from './standing.ts';

const BUSY: HostFault = { kind: 'host.busy', code: '5013' };

function standing(place: Place, n: number): Standing {
  const { id, key, provenance } = sampleInsertion(sample('profile'), n);
  return {
    place,
    frame: '4',
    identity: { id, key, provenance },
    copy: { number: 1, of: 1 },
    lacksAltText: false,
    condition: { status: 'current' },
  };
}

/** Looks through places; of each its number is what stands there, 0 is nothing and -1 a place that Office keeps. */
async function look(places: readonly number[], stopAfter = Infinity) {
  const stop = new AbortController();
  const told: string[] = [];
  const result = await lookThrough(
    places,
    {
      idOf: (n) => `slide ${n}`,
      look: (n, place) => Promise.resolve(n === -1 ? fail(BUSY) : ok(n === 0 ? [] : [standing(place, n)])),
    },
    {
      onProgress({ done, of }) {
        told.push(`${done} of ${of}`);
        if (done >= stopAfter) stop.abort();
      },
      signal: stop.signal,
    },
  );
  return { result, told };
}

describe('a look through a document', () => {
  it('OF69 counts copies over all of its places, although each was looked at alone', async () => {
    const { result } = await look([1, 0, 2, 1, 1]);
    const found = result.ok ? result.value.standing : [];
    expect(found.map(({ place, copy }) => [place.position, `${copy.number} of ${copy.of}`])).toEqual([
      [1, '1 of 3'],
      [3, '1 of 1'],
      [4, '2 of 3'],
      [5, '3 of 3'],
    ]);
  });

  it('OF69 tells how far it has come, and when it is stopped what it found until then', async () => {
    const { result, told } = await look([1, 2, 3, 4], 2);
    expect(told).toEqual(['0 of 4', '1 of 4', '2 of 4']);
    expect(result).toMatchObject({ ok: true, value: { read: 2, of: 4, standing: [{}, {}] } });
  });

  it('OF69 names places that Office keeps, and fails only where it keeps them all', async () => {
    expect((await look([1, -1, 2])).result).toMatchObject({
      ok: true,
      value: { unread: [{ id: 'slide -1', position: 2 }], standing: [{}, {}] },
    });
    expect((await look([-1, -1])).result).toEqual({ ok: false, error: BUSY });
    expect((await look([])).result).toMatchObject({ ok: true, value: { standing: [], read: 0, of: 0 } });
  });
});
