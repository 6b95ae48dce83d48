import type { DetailMessage } from '@plumbline/shared/figures/details/words';
import { spoken } from '@plumbline/shared/figures/message';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts the words of details, and those of figures inside them, into the reader's language. */
export function useSayDetails(): (said: DetailMessage) => string {
  const { t } = useTranslation(['figures', 'details']);
  return useCallback(
    (said: DetailMessage) =>
      spoken(said, (key, values) => t(key, { ...values, interpolation: { escapeValue: false } })),
    [t],
  );
}
