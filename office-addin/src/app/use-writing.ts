import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Writing } from '../host/host.ts';
import { useServices } from './services.ts';

/** How what goes into the document is written: in a language that is spoken here, of Office's own region. */
export function useWriting(): Writing {
  const { info } = useServices();
  const { t, i18n } = useTranslation();
  const spoken = i18n.resolvedLanguage ?? 'en';
  return useMemo(
    () => ({
      // The region is what proofing goes by.
      language: info.locale.startsWith(spoken) ? info.locale : spoken,
      rightToLeft: RIGHT_TO_LEFT.has(spoken),
      figureWord: t('figure-word'),
    }),
    [info.locale, spoken, t],
  );
}

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);
