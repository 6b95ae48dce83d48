import { useEffect, type RefObject } from 'react';

/**
 * Keeps the keyboard in a room: when the control that had the focus is gone, because it did its work, the focus goes to
 * the room's main button instead of to the top of the page.
 */
export function useFocusKept(room: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    let last: EventTarget | null = null;
    const remember = (event: FocusEvent) => {
      last = event.target;
    };
    const observer = new MutationObserver(() => {
      const lost = last instanceof HTMLElement && !last.isConnected && document.activeElement === document.body;
      if (!lost) return;
      last = null;
      element.querySelector<HTMLElement>('[data-main="yes"]')?.focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [room]);
}
