import { describe, expect, it } from '@jest/globals';
import type { Container, Place, StoreChange, StoredDocument } from '../../application/ports/document-store.ts';
import { HERE, document, valueOf, idsIn, until, type Subject } from './subject.ts';

/** Registers the tests of what watchers are told. */
export function registerWatchTests(store: Subject): void {
  describe('watching', () => {
    /** All changes told until a last write, made after the act, is heard. */
    async function heardDuring(act: () => Promise<void>): Promise<StoreChange[]> {
      const heard: StoreChange[] = [];
      const stop = store().watch((change) => {
        heard.push(change);
      });
      await act();
      await store().put(HERE, document('last'));
      await until(store(), () => heard.some((change) => change.id === 'last'));
      stop();
      return heard.filter((change) => change.id !== 'last');
    }

    it('tells of each committed write once, in order, with what was kept', async () => {
      const team: Place = { container: 'teams', partition: 't|acme|team|team_1' };
      const expected: StoreChange[] = [];
      const heard = await heardDuring(async () => {
        const created = valueOf(await store().create(HERE, document('a', { n: 1 })));
        const replaced = valueOf(await store().replace(HERE, document('a', { n: 2 }), created.etag));
        const put = await store().put(team, document('team'));
        await store().delete(HERE, 'a', replaced.etag);
        expected.push(
          { place: HERE, id: 'a', document: created },
          { place: HERE, id: 'a', document: replaced },
          { place: team, id: 'team', document: put },
          { place: HERE, id: 'a', document: null },
        );
      });

      expect(heard).toEqual(expected);
    });

    it('tells of each operation of a batch', async () => {
      await store().put(HERE, document('old'));
      let kept: readonly (StoredDocument | null)[] = [];
      const heard = await heardDuring(async () => {
        kept = valueOf(
          await store().batch(HERE, [
            { type: 'create', document: document('new') },
            { type: 'delete', id: 'old' },
            { type: 'put', document: document('put') },
          ]),
        );
      });

      expect(heard).toEqual([
        { place: HERE, id: 'new', document: kept[0] },
        { place: HERE, id: 'old', document: null },
        { place: HERE, id: 'put', document: kept[2] },
      ]);
    });

    it('is silent about what was refused', async () => {
      await store().put(HERE, document('a'));
      const heard = await heardDuring(async () => {
        await store().create(HERE, document('a'));
        await store().replace(HERE, document('a'), 'stale');
        await store().delete(HERE, 'a', 'stale');
        await store().delete(HERE, 'missing');
        await store().batch(HERE, [
          { type: 'put', document: document('b') },
          { type: 'create', document: document('a') },
        ]);
      });

      expect(heard).toEqual([]);
    });

    it.each<Container>(['ballots', 'private'])('is silent about %s', async (container) => {
      const secret: Place = { container, partition: 't|acme|r|round_1|0' };
      const heard = await heardDuring(async () => {
        const created = valueOf(await store().create(secret, document('a')));
        valueOf(await store().replace(secret, document('a'), created.etag));
        await store().put(secret, document('b'));
        valueOf(await store().batch(secret, [{ type: 'put', document: document('c') }]));
        valueOf(await store().delete(secret, 'a'));
      });

      expect(heard).toEqual([]);
      expect(await idsIn(store(), '', secret)).toEqual(['b', 'c']);
    });

    it('can be heard by many, the same listener too, until each ends it', async () => {
      const heard: string[] = [];
      const listener = (change: StoreChange): void => {
        heard.push(change.id);
      };
      const stops = [store().watch(listener), store().watch(listener)];
      await store().put(HERE, document('both'));
      await until(store(), () => heard.length >= 2);
      stops[0]?.();
      stops[0]?.();
      await store().put(HERE, document('one'));
      await until(store(), () => heard.includes('one'));
      stops[1]?.();
      await heardDuring(async () => {
        await store().put(HERE, document('none'));
      });

      expect(heard).toEqual(['both', 'both', 'one']);
    });

    it('tells nothing after the end, not even of a write already under way', async () => {
      const heard: string[] = [];
      const stop = store().watch((change) => {
        heard.push(change.id);
      });
      const writing = store().put(HERE, document('a'));
      stop();
      await writing;
      await heardDuring(async () => {
        await store().put(HERE, document('b'));
      });

      expect(heard).toEqual([]);
    });

    it('can already read what it is told of', async () => {
      const read: Promise<StoredDocument | null>[] = [];
      store().watch((change) => {
        read.push(store().read(change.place, change.id));
      });
      const kept = await store().put(HERE, document('a'));
      await until(store(), () => read.length > 0);

      expect(await Promise.all(read)).toEqual([kept]);
    });
  });
}
