import { useCallback, useState } from 'react';

/** The room an element has: its width in whole pixels and the font its text is set in. */
export interface Room {
  readonly width: number;
  readonly fontFamily: string;
}

/** The room of the element that `ref` is put on, kept current as it is resized; `null` until it is measured. */
export function useRoom(): {
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly room: Room | null;
} {
  const [room, setRoom] = useState<Room | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => {
      const next = { width: Math.floor(element.clientWidth), fontFamily: getComputedStyle(element).fontFamily };
      setRoom((last) => (last?.width === next.width && last.fontFamily === next.fontFamily ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, room };
}
