import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { insertionOf } from '@plumbline/shared/ooxml/insertion';
import { useServices } from '../../app/services.ts';
import type { HostFault } from '../../host/host-fault.ts';
import type { Place, Writing } from '../../host/host.ts';
import { newId } from '../../work/new-id.ts';

/** How far what was asked for has come. */
export type InsertState =
  | { readonly step: 'idle' }
  | { readonly step: 'working'; readonly count: number }
  | { readonly step: 'done'; readonly places: readonly Place[] }
  | { readonly step: 'undone' }
  | { readonly step: 'failed'; readonly fault: HostFault };

export interface Insert {
  readonly state: InsertState;
  readonly insert: (exhibits: readonly Exhibit[]) => void;
  readonly undo: (places: readonly Place[]) => void;
  readonly dismiss: () => void;
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);

/** Puts exhibits into the document that is open, one request at a time. */
export function useInsert(): Insert {
  const { host, info } = useServices();
  const { t, i18n } = useTranslation();
  const [state, setState] = useState<InsertState>({ step: 'idle' });
  const spoken = i18n.resolvedLanguage ?? 'en';
  const { locale } = info;

  const insert = useCallback(
    (exhibits: readonly Exhibit[]) => {
      setState({ step: 'working', count: exhibits.length });
      const items = exhibits.map((exhibit) => ({ exhibit, insertion: insertionOf(exhibit, newId()) }));
      void host.insert(items, { ...writingOf(spoken, locale), figureWord: t('figure-word') }).then((result) => {
        setState(result.ok ? { step: 'done', places: result.value.places } : { step: 'failed', fault: result.error });
      });
    },
    [host, spoken, locale, t],
  );
  const undo = useCallback(
    (places: readonly Place[]) => {
      void host.takeOut(places).then((result) => {
        setState(result.ok ? { step: 'undone' } : { step: 'failed', fault: result.error });
      });
    },
    [host],
  );
  const dismiss = useCallback(() => setState({ step: 'idle' }), []);
  return { state, insert, undo, dismiss };
}

/** Words are in a language that is spoken here; the region, which proofing goes by, is Office's own. */
function writingOf(spoken: string, locale: string): Omit<Writing, 'figureWord'> {
  const language = locale.startsWith(spoken) ? locale : spoken;
  return { language, rightToLeft: RIGHT_TO_LEFT.has(spoken) };
}
