import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSpeedClock } from './clock.ts';

it('never runs backwards and never slower than the device, whatever is set and when', () => {
  const steps = fc.array(
    fc.record({ pass: fc.integer({ min: -5_000, max: 50_000 }), rate: fc.integer({ min: 1, max: 60 }) }),
  );
  fc.assert(
    fc.property(steps, fc.nat(1_000_000), (list, ahead) => {
      let device = 1_000_000;
      const clock = createSpeedClock(() => device, ahead);
      let last = clock.now();
      expect(last).toBe(device + ahead);
      for (const { pass, rate } of list) {
        const wanted = last + Math.max(0, pass) * clock.rate();
        device += Math.max(0, pass);
        expect(Math.abs(clock.now() - wanted)).toBeLessThanOrEqual(1);
        clock.setRate(rate);
        expect(clock.now()).toBeGreaterThanOrEqual(last);
        expect(clock.ahead()).toBeGreaterThanOrEqual(ahead);
        last = clock.now();
      }
    }),
  );
});

it('tells whoever listens that its pace changed, and takes whole rates from 1 to 60 only', () => {
  const clock = createSpeedClock(() => 0, 0);
  const heard: number[] = [];
  const end = clock.onChange(() => heard.push(clock.rate()));
  clock.setRate(60);
  end();
  clock.setRate(2);
  expect(heard).toEqual([60]);
  for (const rate of [0, 61, 1.5, Number.NaN]) expect(() => clock.setRate(rate)).toThrow('Bug');
});
