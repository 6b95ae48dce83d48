import { describe, expect, it } from '@jest/globals';
import { createTokenSource, readRefusal, TokenRefused, type TokenRefusal } from './token.ts';

const MINUTE = 60_000;

function tokenUntil(seconds: number): string {
  return `head.${btoa(JSON.stringify({ exp: seconds })).replaceAll('=', '')}.sign`;
}

/** A host that answers in turn, and a clock that is moved by hand. */
function setUp(answers: readonly (string | Error | null)[]) {
  let now = 0;
  let asked = 0;
  let overdue = (): void => undefined;
  const refusals: TokenRefusal[] = [];
  const source = createTokenSource({
    ask: () => {
      const answer = answers[asked];
      asked += 1;
      if (answer === null) return new Promise(() => undefined);
      return typeof answer === 'string'
        ? Promise.resolve(answer)
        : Promise.reject(answer ?? new Error('asked too often'));
    },
    now: () => now,
    after: (_milliseconds, run) => {
      overdue = run;
      return () => {
        overdue = () => undefined;
      };
    },
    onRefusal: (refusal) => refusals.push(refusal),
  });
  return {
    source,
    refusals,
    asked: () => asked,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    runOut: () => overdue(),
  };
}

describe('createTokenSource', () => {
  it('asks the host once for everybody who asks meanwhile', async () => {
    const { source, asked } = setUp([tokenUntil(3_600)]);
    const all = await Promise.all([source.get(), source.get(), source.get()]);
    expect(new Set(all).size).toBe(1);
    expect(asked()).toBe(1);
  });

  it('keeps a token for five minutes, and never until it runs out', async () => {
    const long = setUp([tokenUntil(3_600), tokenUntil(7_200)]);
    await long.source.get();
    long.wait(5 * MINUTE - 1);
    await long.source.get();
    expect(long.asked()).toBe(1);
    long.wait(1);
    await long.source.get();
    expect(long.asked()).toBe(2);

    const short = setUp([tokenUntil(90), tokenUntil(180)]);
    await short.source.get();
    short.wait(29_999);
    await short.source.get();
    expect(short.asked()).toBe(1);
    short.wait(1);
    await short.source.get();
    expect(short.asked()).toBe(2);
  });

  it('asks again after the service refused the token', async () => {
    const { source, asked } = setUp([tokenUntil(3_600), tokenUntil(3_601)]);
    await source.get();
    source.forget();
    expect(await source.get()).toBe(tokenUntil(3_601));
    expect(asked()).toBe(2);
  });

  it('names a refusal, and asks the host anew the next time', async () => {
    const { source, refusals } = setUp([new Error('CancelledByUser'), tokenUntil(3_600)]);
    await expect(source.get()).rejects.toEqual(new TokenRefused('cancelled'));
    expect(refusals).toEqual(['cancelled']);
    expect(await source.get()).toBe(tokenUntil(3_600));
  });

  it('gives up on a host that never answers', async () => {
    const { source, refusals, runOut } = setUp([null]);
    const got = source.get();
    runOut();
    await expect(got).rejects.toMatchObject({ refusal: 'silent' });
    expect(refusals).toEqual(['silent']);
  });
});

describe('readRefusal', () => {
  it.each([
    ['resourceRequiresConsent', 'consent'],
    ['invalid_grant', 'consent'],
    ['CancelledByUser', 'cancelled'],
    ['FailedToOpenWindow', 'cancelled'],
    ['authentication.getAuthToken is not supported on platform', 'unsupported'],
    ['App resource defined in manifest and iframe origin do not match', 'failed'],
  ])('reads %s as %s', (words, refusal) => {
    expect(readRefusal(new Error(words))).toBe(refusal);
  });
});
