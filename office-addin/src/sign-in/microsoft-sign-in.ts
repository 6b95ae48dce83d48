import { chooseSignIn } from './choose-sign-in.ts';
import { findSignInPlace } from './find-sign-in-place.ts';
import { officeSignIn } from './office-sign-in.ts';

/** Asks Office for a token of the person who is signed in to it, in the best way that it has. */
export const microsoftSignIn = chooseSignIn({
  isNested: () => Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
  async openNested() {
    const place = await findSignInPlace();
    if (place === null) return null;
    const { openNestedSignIn } = await import('./nested-sign-in.ts');
    return openNestedSignIn(place);
  },
  office: officeSignIn,
});
