import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { HostLook } from '../host/host-look.ts';

/** A look is 400 tokens: each is fetched when the host first shows it. */
const THEMES: Readonly<Record<HostLook, () => Promise<{ readonly default: Theme }>>> = {
  default: () => import('./themes/light.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
};

/** Fluent's theme for the host's look: the one before until the next is there, `null` before the first. */
export function useFluentTheme(look: HostLook): Theme | null {
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => {
    let current = true;
    void THEMES[look]().then((loaded) => {
      if (current) setTheme(loaded.default);
    });
    return () => {
      current = false;
    };
  }, [look]);
  return theme;
}
