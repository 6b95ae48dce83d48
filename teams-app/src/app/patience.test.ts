import { describe, expect, it } from '@jest/globals';
import { patiently } from './patience.ts';

function network(failures: number) {
  const tried: string[] = [];
  const waited: number[] = [];
  return {
    tried,
    waited,
    load: async () => {
      tried.push('try');
      if (tried.length <= failures) throw new Error(`no network ${String(tried.length)}`);
      return Promise.resolve('the part');
    },
    wait: async (pause: number) => {
      waited.push(pause);
      return Promise.resolve();
    },
  };
}

describe('fetching a part of the tab', () => {
  it('takes the first that comes', async () => {
    const { load, wait, tried, waited } = network(0);
    expect(await patiently(load, wait)).toBe('the part');
    expect({ tries: tried.length, waited }).toEqual({ tries: 1, waited: [] });
  });

  it('tries again, a little later each time', async () => {
    const { load, wait, tried, waited } = network(3);
    expect(await patiently(load, wait)).toBe('the part');
    expect({ tries: tried.length, waited }).toEqual({ tries: 4, waited: [500, 1_500, 4_000] });
  });

  it('gives up after a minute with what failed last', async () => {
    const { load, wait, waited } = network(Infinity);
    await expect(patiently(load, wait)).rejects.toThrow('no network 7');
    expect(waited.reduce((sum, pause) => sum + pause, 0)).toBe(60_000);
  });
});
