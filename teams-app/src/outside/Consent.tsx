import { useHost } from '../host/host-context.ts';
import { AskConsent } from './AskConsent.tsx';
import { ConsentWindow } from './ConsentWindow.tsx';

/** The permission that the organisation has not given: asked for in the tab, and given in the window that it opens. */
export function Consent({ retry }: { readonly retry: () => void }) {
  return useHost().frame === 'sign-in' ? <ConsentWindow /> : <AskConsent retry={retry} />;
}
