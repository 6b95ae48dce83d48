import { describe, expect, it } from '@jest/globals';
import type { Place, StoreChange } from '@plumbline/shared/application/ports/document-store';
import { createOwnWrites } from './own-writes.ts';
import { etagsOf, planOf, type WritePlan } from './write-plan.ts';

const HERE: Place = { container: 'core', partition: 'here' };
const THERE: Place = { container: 'core', partition: 'there' };

function putting(id: string, place = HERE): WritePlan {
  return planOf(place, [{ type: 'put', document: { id, schema: 1, body: {} } }]);
}

function writesAndTold() {
  const told: string[] = [];
  return { writes: createOwnWrites((change) => void told.push(change.id)), told };
}

function begun(writes: ReturnType<typeof createOwnWrites>, plan: WritePlan) {
  return writes.begin(plan.place, etagsOf(plan));
}

describe('own writes', () => {
  it('are told at once when none other is under way', () => {
    const { writes, told } = writesAndTold();
    const plan = putting('a');
    begun(writes, plan).commit(plan, 1n);
    expect(told).toEqual(['a']);
  });

  it('are told in the order of the log when their answers come in another', () => {
    const { writes, told } = writesAndTold();
    const [first, second, third] = [putting('first'), putting('second'), putting('third')];
    const underWay = [begun(writes, first), begun(writes, second), begun(writes, third)];
    underWay[2]?.commit(third, 12n);
    underWay[1]?.commit(second, 11n);
    expect(told).toEqual([]);
    underWay[0]?.commit(first, 10n);

    expect(told).toEqual(['first', 'second', 'third']);
  });

  it('wait for no write that began after they were known to be committed', () => {
    const { writes, told } = writesAndTold();
    const [first, later] = [putting('first'), putting('later')];
    const underWay = begun(writes, first);
    underWay.commit(first, 10n);
    begun(writes, later);

    expect(told).toEqual(['first']);
  });

  it('wait no longer for a write that was refused, nor for one elsewhere', () => {
    const { writes, told } = writesAndTold();
    const [refused, done, elsewhere] = [putting('refused'), putting('done'), putting('elsewhere', THERE)];
    const underWay = begun(writes, refused);
    begun(writes, elsewhere);
    begun(writes, done).commit(done, 11n);
    expect(told).toEqual([]);
    underWay.end();

    expect(told).toEqual(['done']);
  });

  it('are known again in the feed, before and after their answer', () => {
    const { writes, told } = writesAndTold();
    const plan = putting('a');
    const [etag = ''] = etagsOf(plan);
    const change: StoreChange = { place: HERE, id: 'a', document: null };
    const write = begun(writes, plan);

    expect(writes.isOwn(etag, [change])).toBe(true);
    write.commit(plan, 1n);
    write.end();
    expect(writes.isOwn(etag, [change])).toBe(true);
    expect(writes.isOwn('of another', [change])).toBe(false);
    expect(told).toEqual(['a']);
  });

  it('that were given up without knowing are told by the feed, also when it was the faster', () => {
    const { writes, told } = writesAndTold();
    const [met, unmet] = [putting('met'), putting('unmet')];
    const changeOf = (plan: WritePlan): StoreChange => ({
      place: HERE,
      id: plan.kept[0]?.wire.id ?? '',
      document: null,
    });
    const underWay = [begun(writes, met), begun(writes, unmet)];
    expect(writes.isOwn(etagsOf(met)[0] ?? '', [changeOf(met)])).toBe(true);
    for (const write of underWay) {
      write.leaveToFeed();
      write.end();
    }

    expect(told).toEqual(['met']);
    expect(writes.isOwn(etagsOf(unmet)[0] ?? '', [changeOf(unmet)])).toBe(false);
  });
});
