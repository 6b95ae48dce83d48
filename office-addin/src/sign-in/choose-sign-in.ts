import type { SignInFault } from '@plumbline/shared/client/sign-in-fault';
import { SignInRefused, type SignIn } from './sign-in.ts';

/** The ways to a token that Office may have. */
export interface Ways {
  /** Whether Office says that it has nested app authentication. */
  readonly isNested: () => boolean;
  /** Opens that; `null` where there is none after all. Rejects where it could not be found out. */
  readonly openNested: () => Promise<SignIn | null>;
  /** The older way, which every Office has that the pane runs in. */
  readonly office: SignIn;
}

/** What the older way may still do where the nested one did not: nobody was asked, or nobody answered no. */
const NOBODYS_NO: ReadonlySet<SignInFault> = new Set(['unsupported', 'failed']);

/**
 * Signs in nested in Office where that can be, else in Office's older way. A nested way that Office does not have is not tried again,
 * one that failed is; what a person or an administrator refused is no reason to ask in another way.
 */
export function chooseSignIn({ isNested, openNested, office }: Ways): SignIn {
  let opened: Promise<SignIn | null> | null = null;

  async function nested(): Promise<SignIn | null> {
    if (!isNested()) return null;
    opened ??= openNested();
    return opened.catch(() => {
      opened = null;
      return null;
    });
  }

  async function afterNested(cause: SignInRefused): Promise<string> {
    try {
      return await office();
    } catch (older) {
      const isTelling = older instanceof SignInRefused && !NOBODYS_NO.has(older.refusal);
      throw isTelling || cause.refusal === 'unsupported' ? older : cause;
    }
  }

  return async () => {
    const way = await nested();
    if (way === null) return office();
    try {
      return await way();
    } catch (cause) {
      if (!(cause instanceof SignInRefused) || !NOBODYS_NO.has(cause.refusal)) throw cause;
      if (cause.refusal === 'unsupported') opened = Promise.resolve(null);
      return afterNested(cause);
    }
  };
}
