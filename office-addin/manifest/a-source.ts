import type { AddinSource } from './addin-source.ts';

/** What tests make manifests of; the provider has every character that XML wants written otherwise. */
export const aSource: AddinSource = {
  ids: { powerpoint: 'a1c0e6f2-5c3e-4a57-9d43-0f6f1d3c7b10', word: 'a1c0e6f2-5c3e-4a57-9d43-0f6f1d3c7b11' },
  version: '0.1.0',
  provider: 'Smith & "Sons" <Ltd>',
  name: 'Plumbline',
  description: 'Results of a leadership team in your own document.',
  button: { label: 'Plumbline', tip: 'Put results of a meeting into this document.' },
  origin: 'https://plumbline.example',
  api: { clientId: '5f0c', resource: 'api://plumbline.example/5f0c' },
};
