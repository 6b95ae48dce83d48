import { describe, expect, it } from '@jest/globals';
import { openDeviceStore, type TextStorage } from './device-store.ts';

function inMemory(): TextStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (place) => [...items.keys()][place] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('what a person left on the device', () => {
  it('is found again by the same person and by nobody else', () => {
    const storage = inMemory();
    const draft = {
      held: { revision: 'r1', answers: { a: { kind: 'scale' as const, value: 3 } } },
      changes: { a: { kind: 'scale' as const, value: 5 }, b: null, c: { kind: 'ranking' as const, order: ['x', 'y'] } },
    };
    openDeviceStore(storage, 'person_ada').keepBallot('round_1', draft);
    expect(openDeviceStore(storage, 'person_ada').ballot('round_1')).toEqual(draft);
    expect(openDeviceStore(storage, 'person_bo').ballot('round_1')).toBeNull();
  });

  it('is gone once dropped', () => {
    const storage = inMemory();
    const store = openDeviceStore(storage, 'person_ada');
    store.keepBallot('round_1', { held: null, changes: { a: { kind: 'cannot-say' } } });
    store.keepText('meeting_1|note', 'Half a thought');
    store.keepText('meeting_2|note', 'Another');
    store.dropBallot('round_1');
    store.dropTexts('meeting_1|');
    expect([...storage.items.values()]).toEqual(['Another']);
  });

  it.each([
    ['no JSON', '{"schema":1,'],
    ['another version', '{"schema":2,"held":null,"changes":{"a":{"kind":"cannot-say"}}}'],
    ['a list for the changes', '{"schema":1,"held":null,"changes":[]}'],
    ['an answer of no known kind', '{"schema":1,"held":null,"changes":{"a":{"kind":"essay"}}}'],
    ['a ranking of numbers', '{"schema":1,"held":null,"changes":{"a":{"kind":"ranking","order":[1]}}}'],
  ])('ignores %s', (_, text) => {
    const storage = inMemory();
    storage.setItem('plumbline|ballot|person_ada|round_1', text);
    expect(openDeviceStore(storage, 'person_ada').ballot('round_1')).toBeNull();
  });

  it('keeps things for the page where the browser refuses to', () => {
    const refusing: TextStorage = {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    const store = openDeviceStore(refusing, 'person_ada');
    store.keepText('meeting_1|note', 'Half a thought');
    expect(store.text('meeting_1|note')).toBe('Half a thought');
  });

  it('tells who listens, once for each change', () => {
    const store = openDeviceStore(inMemory(), 'person_ada');
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.keepText('n', 'a');
    store.keepText('n', 'a');
    store.keepText('n', '');
    stop();
    store.keepText('n', 'b');
    expect({ told, version: store.version() }).toEqual({ told: 2, version: 3 });
  });
});
