import { expect, it } from '@jest/globals';
import { openSqliteStore } from '../stores/sqlite/sqlite-store.ts';
import { createClaims } from './once-only.ts';

const MINUTE = 60_000;

it('BD2 a turn that was cut short is taken up again later, by one, and one that was done never', async () => {
  const store = openSqliteStore({ path: ':memory:' });
  const [one, other] = [createClaims(store), createClaims(store)];
  const at = (minute: number) => minute * MINUTE;
  expect(await one.take('tenant', ['chat', '1'], at(0))).toBe(true);
  expect(await other.take('tenant', ['chat', '1'], at(1))).toBe(false);
  const again = await Promise.all([one, other].map((claims) => claims.take('tenant', ['chat', '1'], at(3))));
  expect(again.filter(Boolean)).toHaveLength(1);
  await one.done('tenant', ['chat', '1'], at(3));
  expect(await other.take('tenant', ['chat', '1'], at(60))).toBe(false);
  // Another tenant's, chat's or activity's is another one.
  expect(await one.take('other', ['chat', '1'], at(0))).toBe(true);
  expect(await one.take('tenant', ['chat 1'], at(0))).toBe(true);
  await store.close();
});
