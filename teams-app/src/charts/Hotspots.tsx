import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '@plumbline/shared/figures/message';
import type { Scene } from '@plumbline/shared/figures/scene';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { HotspotTip } from './HotspotTip.tsx';
import { useSay } from './use-canvas.ts';

const useStyles = makeStyles({
  spot: {
    position: 'absolute',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    cursor: 'default',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':hover': { outline: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  chosen: { cursor: 'pointer' },
});

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The parts of a picture that say more than the picture shows: one stop for the Tab key, arrow keys, Home and End from
 * one to the next, Escape puts the words away. They lie over the picture, not in it, because an image has no parts for a
 * screen reader.
 */
export function Hotspots(props: {
  readonly scene: Scene;
  readonly onSelect: ((id: string) => void) | undefined;
}): ReactElement | null {
  const { scene, onSelect } = props;
  const { hotspots } = scene;
  const styles = useStyles();
  const say = useSay();
  const [current, setCurrent] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  if (hotspots.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTold(null);
    const last = hotspots.length - 1;
    const step = STEPS[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : current + step;
    if (next === null) return;
    event.preventDefault();
    const within = Math.max(0, Math.min(last, next));
    setCurrent(within);
    buttons.current[within]?.focus();
  };
  const stop = Math.min(current, hotspots.length - 1);
  return (
    <div role="group" aria-label={say(message('chart.points'))}>
      {hotspots.map(({ id, box, detail }, index) => {
        const hush = () => setTold((before) => (before === id ? null : before));
        return (
          <div key={id} onPointerEnter={() => setTold(id)} onPointerLeave={hush}>
            <button
              ref={(element) => {
                buttons.current[index] = element;
              }}
              type="button"
              aria-label={say(detail)}
              className={mergeClasses(styles.spot, onSelect !== undefined && styles.chosen)}
              style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => {
                setCurrent(index);
                setTold(id);
              }}
              onBlur={hush}
              onKeyDown={onKeyDown}
              onClick={() => onSelect?.(id)}
            />
            {told === id ? <HotspotTip words={say(detail)} box={box} picture={scene} /> : null}
          </div>
        );
      })}
    </div>
  );
}
