import { describe, expect, it } from '@jest/globals';
import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { SignInRefused } from './sign-in.ts';
import { createTokenSource } from './token.ts';

const NOON = Date.UTC(2026, 10, 12, 12);
const HOUR = 3_600_000;

/** A token as an issuer writes it, with nothing in it but its end. */
function tokenUntil(end: number): string {
  return ['e30', btoa(JSON.stringify({ exp: end / 1_000 })), 'x'].join('.');
}

function keeper(signIn: () => Promise<string>) {
  const time = { now: NOON };
  const refusals: SignInFault[] = [];
  const tokens = createTokenSource({ signIn, now: () => time.now, onRefusal: (refusal) => refusals.push(refusal) });
  return { time, refusals, tokens };
}

describe('the token', () => {
  it('OF61 is asked for once, and again a minute before it runs out', async () => {
    let asked = 0;
    const { time, tokens } = keeper(() => {
      asked += 1;
      return Promise.resolve(tokenUntil(NOON + asked * HOUR));
    });
    const [first, same] = await Promise.all([tokens.get(), tokens.get()]);
    expect([same, await tokens.get(), asked]).toEqual([first, first, 1]);
    time.now = NOON + HOUR - 60_001;
    expect(await tokens.get()).toBe(first);
    time.now += 1;
    expect(await tokens.get()).toBe(tokenUntil(NOON + 2 * HOUR));
  });

  it('OF61 is asked for anew after the service refused it', async () => {
    let asked = 0;
    const { tokens } = keeper(() => Promise.resolve(tokenUntil(NOON + (asked += 1) * HOUR)));
    await tokens.get();
    tokens.forget();
    await tokens.get();
    expect(asked).toBe(2);
  });

  it('OF61 is never kept when it does not say how long it lasts', async () => {
    let asked = 0;
    const { tokens } = keeper(() => Promise.resolve(`opaque${String((asked += 1))}`));
    expect([await tokens.get(), await tokens.get()]).toEqual(['opaque1', 'opaque2']);
  });

  it.each([
    [new SignInRefused('consent'), 'consent'],
    [new Error('anything'), 'failed'],
  ])('OF61 a refusal is named once to the screen and to whoever asked', async (cause, refusal) => {
    const { refusals, tokens } = keeper(() => Promise.reject(cause));
    await expect(tokens.get()).rejects.toMatchObject({ name: 'SignInRefused', refusal });
    expect(refusals).toEqual([refusal]);
  });
});
