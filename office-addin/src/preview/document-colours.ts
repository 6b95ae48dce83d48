import type { Tone } from '@plumbline/shared/ooxml/exhibit';

/** The colours that figures have in a document, as `#rrggbb`. */
export interface DocumentColours {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly ink: string;
  readonly ground: string;
  readonly soft: string;
}

/** Those of a document that says nothing of its own. */
export const OWN_COLOURS: DocumentColours = {
  tones: {
    accent: '#2b5f8f',
    second: '#8a94a3',
    quiet: '#a9b8c9',
    'low-strong': '#a4561d',
    low: '#d49a62',
    middle: '#d8dce2',
    high: '#6f9cc4',
    'high-strong': '#2b5f8f',
    'line-1': '#2b5f8f',
    'line-2': '#a4561d',
    'line-3': '#4e7f5f',
    'line-4': '#7a5a96',
    'line-5': '#6b7280',
  },
  ink: '#1f2937',
  ground: '#ffffff',
  soft: '#d8dce2',
};
