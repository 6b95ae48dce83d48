/** Fetches the words of one catalogue; they are part of the build. */
export type LoadWords = () => Promise<{ readonly default: Readonly<Record<string, string>> }>;

/** The languages there are words for, each with its catalogues. */
export type Catalogues = Readonly<Record<string, Readonly<Record<string, LoadWords>>>>;

/** Who waits for words: an error and whether to try again, or none and the words. */
type Answer = (fault: Error | string | null, words: boolean | Readonly<Record<string, string>>) => void;

/** A backend for i18next that fetches a catalogue when something is first said from it. */
export function lazyCatalogues(catalogues: Catalogues) {
  return {
    type: 'backend' as const,
    init() {
      // Nothing to set up.
    },
    read(language: string, namespace: string, answer: Answer): void {
      const load = catalogues[language]?.[namespace];
      if (load === undefined) {
        answer(null, {});
        return;
      }
      load().then(
        (words) => answer(null, words.default),
        // `true` has i18next try again: the network may be back by then.
        (cause: unknown) => answer(cause instanceof Error ? cause : String(cause), true),
      );
    },
  };
}
