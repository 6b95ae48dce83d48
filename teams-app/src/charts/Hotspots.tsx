import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { message } from '@plumbline/shared/figures/message';
import type { Hotspot } from '@plumbline/shared/figures/scene';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
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
 * one to the next. They lie over the picture, not in it, because an image has no parts for a screen reader.
 */
export function Hotspots(props: {
  readonly hotspots: readonly Hotspot[];
  readonly onSelect: ((id: string) => void) | undefined;
}): ReactElement | null {
  const { hotspots, onSelect } = props;
  const styles = useStyles();
  const say = useSay();
  const [current, setCurrent] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  if (hotspots.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent) => {
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
      {hotspots.map(({ id, box, detail }, index) => (
        <Tooltip key={id} content={say(detail)} relationship="label" withArrow positioning="above">
          <button
            ref={(element) => {
              buttons.current[index] = element;
            }}
            type="button"
            className={mergeClasses(styles.spot, onSelect !== undefined && styles.chosen)}
            style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => {
              setCurrent(index);
            }}
            onKeyDown={onKeyDown}
            onClick={() => onSelect?.(id)}
          />
        </Tooltip>
      ))}
    </div>
  );
}
