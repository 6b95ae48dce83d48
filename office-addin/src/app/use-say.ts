import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '@plumbline/shared/figures/message';
import type { Say } from '@plumbline/shared/ooxml/exhibits/content';
import { DOCUMENT_WORDS, documentWords } from './i18n.ts';

/** Puts what documents say into the reader's language. */
export function useSay(): Say {
  const { t } = useTranslation(DOCUMENT_WORDS);
  return useCallback((said) => sayWith(t)(said), [t]);
}

/** Puts what a document says into the language that it is written in; rejects where the words can't be fetched. */
export async function sayIn(locale: string): Promise<Say> {
  return sayWith(await documentWords(locale));
}

function sayWith(t: TFunction<typeof DOCUMENT_WORDS>): Say {
  return (said) => spoken(said, (key, values) => t(key, { ...values, interpolation: { escapeValue: false } }));
}
