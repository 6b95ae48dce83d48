import { useCallback, useState } from 'react';
import { stageRoom, type StageRoom } from './stage-content.ts';

/** The room of the element that `ref` is put on, kept current as it is resized; `null` until it is measured. */
export function useStageRoom(): {
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly room: StageRoom | null;
} {
  const [room, setRoom] = useState<StageRoom | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => {
      const next = stageRoom(element.clientWidth, element.clientHeight);
      setRoom((last) => (last?.short === next.short && last.zoom === next.zoom ? last : next));
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
