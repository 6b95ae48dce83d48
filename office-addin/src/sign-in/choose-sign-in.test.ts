import { describe, expect, it } from '@jest/globals';
import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { chooseSignIn } from './choose-sign-in.ts';
import { SignInRefused, type SignIn } from './sign-in.ts';

/** The ways of an Office, and which of them were gone, in their order. */
function office({ isNested, open }: { readonly isNested: boolean; readonly open: () => Promise<SignIn | null> }) {
  const gone: string[] = [];
  const signIn = chooseSignIn({
    isNested: () => isNested,
    openNested() {
      gone.push('opened');
      return open();
    },
    office() {
      gone.push('older');
      return Promise.resolve('of the older way');
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

  it.each(['consent', 'cancelled', 'unreachable', 'blocked', 'other-tenant', 'failed'] as const)(
    'ID3 asks in no other way after %s',
    async (refusal) => {
      const { signIn, gone } = office({ isNested: true, open: () => Promise.resolve(refuse(refusal)) });
      await expect(signIn()).rejects.toMatchObject({ refusal });
      expect(gone).toEqual(['opened']);
    },
  );
});
