import { expect, it } from '@jest/globals';
import { shareAnswer } from './share-answer.ts';

it('HT10 one look at the store answers everybody who asks while it lasts and in the second after', async () => {
  const answers: ((isThere: boolean) => void)[] = [];
  let time = 0;
  const ask = shareAnswer(
    () => new Promise<boolean>((resolve) => answers.push(resolve)),
    1_000,
    () => time,
  );
  const first = [ask(), ask()];
  time = 5_000;
  const late = ask();
  expect(answers).toHaveLength(1);
  answers[0]?.(true);
  expect(await Promise.all([...first, late])).toEqual([true, true, true]);

  time = 5_999;
  expect([await ask(), answers.length]).toEqual([true, 1]);
  time = 6_000;
  const next = ask();
  answers[1]?.(false);
  expect([await next, await ask(), answers.length]).toEqual([false, false, 2]);
});

it('HT10 a look that failed is shared as one that did not', async () => {
  let looks = 0;
  const ask = shareAnswer(
    () => Promise.reject(new Error(`look ${String((looks += 1))}`)),
    1_000,
    () => 0,
  );
  await expect(ask()).rejects.toThrow('look 1');
  await expect(ask()).rejects.toThrow('look 1');
});
