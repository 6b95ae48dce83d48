import type { Message } from '@plumbline/shared/figures/message';
import { spoken } from '@plumbline/shared/figures/message';
import { STYLES, type Canvas, type FigureSize, type Font } from '@plumbline/shared/figures/scene';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from './use-room.ts';

/** Puts the words of figures into the reader's language. */
export function useSay(): (said: Message) => string {
  const { t } = useTranslation('figures');
  return useCallback(
    (said: Message) => spoken(said, (key, values) => t(key, { ...values, interpolation: { escapeValue: false } })),
    [t],
  );
}

/** What a layout needs to draw for a reader, or `null` until there is a measured room. */
export function useCanvas(size: FigureSize, room: Room | null): Canvas | null {
  const say = useSay();
  return useMemo(() => {
    if (room === null || room.width === 0) return null;
    return { width: room.width, style: STYLES[size], measureText: textMeasure(room.fontFamily), say };
  }, [room, say, size]);
}

/** Measures texts in a font family on a canvas that is never shown. */
function textMeasure(family: string): (text: string, font: Font) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text, font) => text.length * font.size * 0.6;
  return (text, { size, weight }) => {
    context.font = `${String(weight)} ${String(size)}px ${family}`;
    return context.measureText(text).width;
  };
}
