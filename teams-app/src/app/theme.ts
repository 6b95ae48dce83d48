import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';

/** The looks that a host can have. */
export type HostTheme = 'default' | 'dark' | 'contrast';

const THEMES: Readonly<Record<HostTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Reads the host's word for its look; a word that is not known yet looks like the default. */
export function readHostTheme(word: string): HostTheme {
  return word === 'dark' || word === 'contrast' ? word : 'default';
}

/** Fluent's theme for the host's look. */
export function fluentTheme(theme: HostTheme): Theme {
  return THEMES[theme];
}
