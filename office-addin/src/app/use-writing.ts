import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Writing } from '../host/host.ts';

/** How what goes into the document is written: in the language that is spoken here, of Office's own region. */
export function useWriting(): Writing {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({ language, rightToLeft: i18n.dir(language) === 'rtl', figureWord: t('figure-word') }),
    [i18n, language, t],
  );
}
