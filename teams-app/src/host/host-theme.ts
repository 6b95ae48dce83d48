/** The looks that a host can have. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** Reads the host's word for its look; a word that is not known yet looks like the default. */
export function readHostTheme(word: string): HostTheme {
  return word === 'dark' || word === 'contrast' ? word : 'default';
}
