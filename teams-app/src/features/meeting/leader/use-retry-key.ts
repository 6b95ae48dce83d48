import { useCallback, useRef } from 'react';

/** The idempotency key of what is sent: the same for the same content, so that a second try makes nothing twice. */
export function useRetryKey(): (content: string) => string {
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return useCallback((content: string) => {
    const kept = last.current;
    if (kept?.content === content) return kept.key;
    const key = crypto.randomUUID();
    last.current = { content, key };
    return key;
  }, []);
}
