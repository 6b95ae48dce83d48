import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The tokens with words put right: slips of the keyboard, endings, and German words that are two in one. */
export function corrected(
  tokens: readonly Token[],
  lexicons: readonly Lexicon[],
  names: ReadonlySet<string>,
): readonly Token[] {
  const seen = new Map<string, readonly string[]>();
  return tokens.flatMap((token) => {
    if (token.kind !== 'word') return [token];
    const words = seen.get(token.word) ?? rightWords(token.word, lexicons, names);
    seen.set(token.word, words);
    return words.map((word) => (word === token.word ? token : { ...token, word }));
  });
}

function rightWords(typed: string, lexicons: readonly Lexicon[], names: ReadonlySet<string>): readonly string[] {
  const known = (word: string): boolean => lexicons.some(({ has }) => has(word));
  if (known(typed) || names.has(typed) || names.has(typed.replace(/s$/u, ''))) return [typed];
  const stem = lexicons.flatMap((lexicon) => stemIn(lexicon, typed) ?? [])[0];
  if (stem !== undefined) return [stem];
  return parts(typed, lexicons) ?? [nearest(typed, lexicons) ?? typed];
}

function stemIn({ endings, has }: Lexicon, typed: string): string | undefined {
  return endings
    .map((ending) => (typed.endsWith(ending) ? typed.slice(0, -ending.length) : ''))
    .find((rest) => rest.length >= 4 && has(rest));
}

/** "Teamergebnisse" is about a team and about results. */
function parts(typed: string, lexicons: readonly Lexicon[]): readonly string[] | null {
  if (typed.length < 9 || typed.length > 40) return null;
  for (let cut = typed.length - 4; cut >= 4; cut -= 1) {
    const second = typed.slice(cut);
    for (const lexicon of lexicons.filter((each) => carries(each, second))) {
      const firsts = lexicon.links
        .filter((link) => typed.slice(0, cut).endsWith(link))
        .map((link) => typed.slice(0, cut - link.length));
      const first = firsts.find((word) => word.length >= 4 && carries(lexicon, word));
      if (first !== undefined) return [first, second];
    }
  }
  return null;
}

function carries({ longestAt }: Lexicon, word: string): boolean {
  return (longestAt([word], 0)?.concepts.size ?? 0) > 0;
}

/** The one word that may be meant; `null` when several may be and they stand for different things. */
function nearest(typed: string, lexicons: readonly Lexicon[]): string | null {
  for (const lexicon of lexicons) {
    const near = lexicon.near(typed);
    const least = Math.min(...near.map(({ slips }) => slips));
    const best = near.filter(({ slips }) => slips === least).map(({ word }) => word);
    const [first] = best;
    if (first === undefined) continue;
    const means = (word: string): string => [...(lexicon.longestAt([word], 0)?.concepts ?? [])].sort().join();
    const alike = best.filter((word) => means(word) !== '');
    if (new Set(alike.map(means)).size > 1) continue;
    return alike[0] ?? first;
  }
  return null;
}
