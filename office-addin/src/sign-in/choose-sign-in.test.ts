import { describe, expect, it } from '@jest/globals';
import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { chooseSignIn } from './choose-sign-in.ts';
import { SignInRefused, type SignIn } from './sign-in.ts';

/** The ways of an Office, and which of them were gone, in their order. */
function office({
  isNested,
  open,
  older = () => Promise.resolve('of the older way'),
}: {
  readonly isNested: boolean;
  readonly open: () => Promise<SignIn | null>;
  readonly older?: SignIn;
}) {
  const gone: string[] = [];
  const signIn = chooseSignIn({
    isNested: () => isNested,
    openNested() {
      gone.push('opened');
      return open();
    },
    office() {
      gone.push('older');
      return older();
    },
  });
  return { signIn, gone };
}

const refuse = (refusal: SignInFault) => () => Promise.reject(new SignInRefused(refusal));

describe('the way to a token', () => {
  it('ID3 is nested where Office has that, and is opened once', async () => {
    const { signIn, gone } = office({
      isNested: true,
      open: () => Promise.resolve(() => Promise.resolve('nested')),
    });
    expect([await signIn(), await signIn(), gone]).toEqual(['nested', 'nested', ['opened']]);
  });

  it.each([
    ['Office does not have it', { isNested: false, open: () => Promise.resolve(null) }],
    ['Office does not answer to it', { isNested: true, open: () => Promise.resolve(null) }],
    ['it is switched off', { isNested: true, open: () => Promise.resolve(refuse('unsupported')) }],
  ])('ID3 is the older one where %s, for good', async (_why, one) => {
    const { signIn, gone } = office(one);
    expect([await signIn(), await signIn()]).toEqual(['of the older way', 'of the older way']);
    expect(gone).toEqual([...(one.isNested ? ['opened'] : []), 'older', 'older']);
  });

  it('ID3 is the older one this time where nested could not be opened, as on a line that broke', async () => {
    let line = false;
    const { signIn } = office({
      isNested: true,
      open: () => (line ? Promise.resolve(() => Promise.resolve('nested')) : Promise.reject(new Error('no line'))),
    });
    const first = await signIn();
    line = true;
    expect([first, await signIn()]).toEqual(['of the older way', 'nested']);
  });

  it('ID3 is the older one this time where nested failed for no reason that anybody gave', async () => {
    const ways = [refuse('failed'), () => Promise.resolve('nested')];
    const { signIn, gone } = office({
      isNested: true,
      open: () => Promise.resolve(() => ways.shift()?.() ?? Promise.reject(new Error('asked too often'))),
    });
    expect([await signIn(), await signIn()]).toEqual(['of the older way', 'nested']);
    expect(gone).toEqual(['opened', 'older']);
  });

  it.each([
    ['failed', 'unsupported', 'failed'],
    ['failed', 'consent', 'consent'],
    ['unsupported', 'unsupported', 'unsupported'],
    ['unsupported', 'failed', 'failed'],
  ] as const)('ID3 is none where nested is %s and the older one %s: it says %s', async (nested, older, refusal) => {
    const open = () => Promise.resolve(refuse(nested));
    const { signIn, gone } = office({ isNested: true, open, older: refuse(older) });
    await expect(signIn()).rejects.toMatchObject({ refusal });
    expect(gone).toEqual(['opened', 'older']);
  });

  it.each(['consent', 'cancelled', 'unreachable', 'blocked', 'other-tenant'] as const)(
    'ID3 asks in no other way after %s',
    async (refusal) => {
      const { signIn, gone } = office({ isNested: true, open: () => Promise.resolve(refuse(refusal)) });
      await expect(signIn()).rejects.toMatchObject({ refusal });
      expect(gone).toEqual(['opened']);
    },
  );
});
