import type { AddinSource } from './addin-source.ts';

/** What tests make manifests of; the provider has every character that XML wants written otherwise. */
export const aSource: AddinSource = {
  ids: { powerpoint: 'a1c0e6f2-5c3e-4a57-9d43-0f6f1d3c7b10', word: 'a1c0e6f2-5c3e-4a57-9d43-0f6f1d3c7b11' },
  version: '0.1.0',
  provider: 'Smith & "Sons" <Ltd>',
  name: 'Plumbline',
  words: {
    en: {
      description: 'Results of a leadership team in your own document.',
      button: { label: 'Plumbline', tip: 'Put results of a meeting into this document.' },
    },
    de: {
      description: 'Ergebnisse eines Führungsteams in Ihrem eigenen Dokument.',
      button: { label: 'Plumbline öffnen', tip: 'Ergebnisse eines Meetings in dieses Dokument einfügen.' },
    },
  },
  origin: 'https://plumbline.example',
  api: { clientId: '5f0c', resource: 'api://plumbline.example/5f0c' },
};
