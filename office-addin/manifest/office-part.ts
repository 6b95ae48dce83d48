import type { Language } from '@plumbline/shared/kernel/languages';
import type { Program } from '../src/host/abilities.ts';
import { iconOf, ICON_SIZES, pageOf, type AddinSource } from './addin-source.ts';

/** What PowerPoint and Word need of the manifest that they share with Teams. */
export interface OfficePart {
  readonly extensions: readonly object[];
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly object[] } };
}

/** The names of programs in the shared manifest. */
const SCOPES = { powerpoint: 'presentation', word: 'document' } as const satisfies Record<Program, string>;

const RUNTIME = 'Plumbline.Pane';
const OPEN = 'Plumbline.Open';

/**
 * The part of the shared manifest (Teams app manifest 1.24) that puts the pane into both programs, from the same source as
 * the add-in-only manifests. Whoever has one of these too sees one button, not two. It asks for no set of functions either.
 */
export function officePart(source: AddinSource): OfficePart {
  const icons = ICON_SIZES.map((size) => ({ size, url: iconOf(source, size) }));
  const { label, tip } = source.words.en.button;
  const button = {
    id: 'Plumbline.Button',
    type: 'button',
    label,
    icons,
    supertip: { title: label, description: tip },
    actionId: OPEN,
  };
  return {
    extensions: [
      {
        requirements: { scopes: Object.values(SCOPES) },
        runtimes: [
          {
            id: RUNTIME,
            type: 'general',
            code: { page: pageOf(source) },
            lifetime: 'short',
            actions: [{ id: OPEN, type: 'openPage', view: RUNTIME }],
          },
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: 'TabHome',
                groups: [{ id: 'Plumbline.Group', label: source.name, icons, controls: [button] }],
              },
            ],
          },
        ],
        alternates: Object.values(source.ids).map((officeAddinId) => ({
          hide: { customOfficeAddin: { officeAddinId } },
        })),
      },
    ],
    authorization: { permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] } },
  };
}

/** What that part says in another language, by its place in the manifest. */
export function officeWords({ name, words }: AddinSource, language: Language): Readonly<Record<string, string>> {
  const { label, tip } = words[language].button;
  const group = 'extensions[0].ribbons[0].tabs[0].groups[0]';
  const button = `${group}.controls[0]`;
  return {
    [`${group}.label`]: name,
    [`${button}.label`]: label,
    [`${button}.supertip.title`]: label,
    [`${button}.supertip.description`]: tip,
  };
}
