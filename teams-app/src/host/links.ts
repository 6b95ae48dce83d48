import { app, pages } from '@microsoft/teams-js';
import { noteError } from '../app/last-error.ts';

/** Opens a link outside of the tab; false when the host refuses, so that the screen can offer it to be copied. */
export async function openLink(url: string): Promise<boolean> {
  if (!app.isInitialized()) {
    window.open(url, '_blank', 'noopener');
    return true;
  }
  try {
    await app.openLink(url);
    return true;
  } catch {
    noteError({ kind: 'link.refused', id: null });
    return false;
  }
}

/** Lets the host's back button walk back inside the tab first; `goBack` says whether it did. */
export function onHostBack(goBack: () => boolean): void {
  if (app.isInitialized() && pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack);
}

/** Keyboard: F6 leaves the tab for the host, and coming in from the host lands on the first or the last control. */
export function followHostFocus(): void {
  if (!pages.isSupported()) return;
  pages.registerFocusEnterHandler((forward) => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]',
      ),
    ];
    controls.at(forward ? 0 : -1)?.focus();
  });
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    pages.returnFocus(event.shiftKey ? pages.ReturnFocusType.PreviousLandmark : pages.ReturnFocusType.NextLandmark);
  });
}
