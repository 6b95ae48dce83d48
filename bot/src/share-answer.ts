import type { Duration } from '@plumbline/shared/kernel/instant';

/** Has everybody who asks while an answer is on its way, or is no older than so long, take that one. */
export function shareAnswer<T>(
  ask: () => Promise<T>,
  lasting: Duration,
  now: () => number = () => performance.now(),
): () => Promise<T> {
  let shared: { readonly answer: Promise<T>; until: number } | null = null;
  return () => {
    if (shared !== null && now() < shared.until) return shared.answer;
    const asked = { answer: ask(), until: Number.POSITIVE_INFINITY };
    shared = asked;
    const settle = (): void => {
      asked.until = now() + lasting;
    };
    asked.answer.then(settle, settle);
    return asked.answer;
  };
}
