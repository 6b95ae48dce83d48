import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to an element when a change took away what had it. Only a control that is gone leaves the focus on the
 * page: who goes on with a ballot, or works elsewhere, stays there. Nothing is focused at the start.
 */
export function useFocusWhenLost(state: string, target: RefObject<HTMLElement | null>): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.hasFocus() && document.activeElement === document.body) target.current?.focus();
  }, [state, target]);
}
