import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '@plumbline/shared/figures/message';
import type { Say } from '@plumbline/shared/ooxml/exhibits/content';

/** Puts what documents say into the reader's language. */
export function useSay(): Say {
  const { t } = useTranslation(['figures', 'deck', 'summary']);
  return useCallback(
    (said) => spoken(said, (key, values) => t(key, { ...values, interpolation: { escapeValue: false } })),
    [t],
  );
}
