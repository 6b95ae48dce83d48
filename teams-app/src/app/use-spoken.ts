import { useEffect, useState } from 'react';
import { speak } from './i18n.ts';

/** Has the tab speak the language of a reader's locale; whether it does. Nobody to speak to yet is `null`, and spoken to. */
export function useSpoken(locale: string | null): boolean {
  const [spoken, setSpoken] = useState<string | null>(null);
  useEffect(() => {
    if (locale === null) return;
    let current = true;
    // A screen in the language before is better than none.
    void speak(locale)
      .catch(() => undefined)
      .then(() => {
        if (current) setSpoken(locale);
      });
    return () => {
      current = false;
    };
  }, [locale]);
  return locale === null || spoken === locale;
}
