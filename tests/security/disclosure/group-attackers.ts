import { boundsOf } from '@plumbline/shared/measures/privacy/bounds';
import { atomsOf, differencing } from '@plumbline/shared/measures/privacy/differencing';
import type { Counts } from '@plumbline/shared/measures/ratings/distribution';
import { disclosureUnder } from '@plumbline/shared/domain/disclosure/engine';
import type { Disclosure } from '@plumbline/shared/domain/disclosure/engine';
import { eitherOf, exposureOf } from '@plumbline/shared/domain/disclosure/exposure';
import type { Exposure } from '@plumbline/shared/domain/disclosure/exposure';
import { allSheets } from '@plumbline/shared/domain/disclosure/sheets';

import { MINIMUM_GROUP } from './publications.ts';
import type { Publication } from './publications.ts';

/** Answers, and ways to deal them to groups, up to which an attacker goes through all of these. */
const MOST_DEALT = 14;
const MOST_DEALINGS = 400;

/** All attackers of what is shown by group, with a memory of which word is a sheet's. */
export function groupAttackersOf(
  disclosure: Disclosure,
): Readonly<Record<'differencing' | 'numbers' | 'words', (published: Publication) => string | null>> {
  const unjudged = disclosureUnder(new Set());
  const known = new Map<string, string>();
  const wordOf = (counts: Counts) => {
    const key = counts.join(' ');
    const word = known.get(key) ?? String(unjudged.groupWords([askedOf(counts, [counts])]));
    known.set(key, word);
    return word;
  };
  return {
    differencing: differencingAttack,
    numbers: numbersAttack,
    words: (published) => wordsAttack(published, { disclosure, wordOf }),
  };
}

/** Adds and subtracts what is published about the whole and about groups. */
function differencingAttack({ wave, cuts }: Publication): string | null {
  const groups = wave.groupings.flatMap((grouping) => grouping.groups);
  const shown = groups.filter((group) => cuts.shown.includes(group.id));
  if (shown.length === 0) return null;
  const audit = differencing(
    [{ name: 'all', people: wave.people }, ...shown.map((group) => ({ name: group.id, people: group.answerers }))],
    MINIMUM_GROUP,
  );
  return audit.value?.safe === true ? null : `of ${JSON.stringify(audit.value?.exposed ?? audit)}`;
}

/** Bounds the number of people of a held group by the numbers of shown ones. */
function numbersAttack({ wave, cuts }: Publication): string | null {
  const groups = wave.groupings.flatMap((grouping) => grouping.groups);
  const shown = groups.filter((group) => cuts.shown.includes(group.id));
  if (shown.length === 0) return null;
  for (const held of groups.filter((group) => !cuts.shown.includes(group.id))) {
    if (held.answerers.length === 0 || held.answerers.length === wave.people.length) continue;
    const sets = [wave.people, ...shown.map((group) => group.answerers), held.answerers].map((set) => new Set(set));
    const atoms = atomsOf(sets);
    const of = (set: number) => atoms.flatMap((atom, place) => (atom.groups.includes(set) ? [place] : []));
    const sums = sets.slice(0, -1).map((people, set) => ({ of: of(set), total: people.size }));
    const bounds = boundsOf({ unknowns: atoms.length, sums }, of(sets.length - 1));
    if (bounds && (bounds.min === bounds.max || bounds.max < MINIMUM_GROUP)) return `how many of ${held.id} answered`;
  }
  return null;
}

/** Deals all answers of the whole, which the attacker knows, to the groups in every way that comes to the same words. */
function wordsAttack(
  { cutWords }: Publication,
  { disclosure, wordOf }: { readonly disclosure: Disclosure; readonly wordOf: (counts: Counts) => string },
): string | null {
  if (cutWords === null) return null;
  const { whole, groups } = cutWords;
  if (sum(whole) > MOST_DEALT) return null;
  const dealt = dealingsOf(whole, groups.map(sum));
  if (dealt === null) return null;
  const words = String(cutWords.words);
  const shownAs = new Map<string, string>();
  let always: readonly Exposure[] | null = null;
  let behind: readonly Exposure[] | null = null;
  for (const parts of dealt) {
    const own = parts.slice(0, groups.length);
    const ownWords = String(own.map(wordOf));
    const shown = shownAs.get(ownWords) ?? String(disclosure.groupWords([askedOf(whole, own)]));
    shownAs.set(ownWords, shown);
    const exposures = parts.map(exposureOf);
    always = shared(always, exposures);
    if (shown === words) behind = shared(behind, exposures);
  }
  const told = behind?.some(
    ({ lone, all }, part) => (lone & ~(always?.[part]?.lone ?? 0)) !== 0 || (all & ~(always?.[part]?.all ?? 0)) !== 0,
  );
  return told === true ? `an answer behind the words ${words}` : null;
}

function askedOf(whole: Counts, groups: readonly Counts[]) {
  return { whole, groups, minimumGroup: MINIMUM_GROUP, turned: false };
}

function shared(known: readonly Exposure[] | null, exposures: readonly Exposure[]): readonly Exposure[] {
  return exposures.map((exposure, part) => eitherOf(known?.[part] ?? null, exposure) ?? exposure);
}

/** Every way to deal answers to groups of such sizes, and the rest to nobody; `null` where there are too many. */
function dealingsOf(whole: Counts, sizes: readonly number[]): readonly (readonly Counts[])[] | null {
  const [size, ...others] = sizes;
  if (size === undefined) return [sum(whole) > 0 ? [whole] : []];
  const dealt: (readonly Counts[])[] = [];
  for (const part of allSheets(size, whole.length)) {
    const left = whole.map((count, step) => count - (part[step] ?? 0));
    if (left.some((count) => count < 0)) continue;
    const rest = dealingsOf(left, others);
    if (rest === null) return null;
    for (const parts of rest) dealt.push([part, ...parts]);
    if (dealt.length > MOST_DEALINGS) return null;
  }
  return dealt;
}

function sum(counts: Counts): number {
  return counts.reduce((all, count) => all + count, 0);
}
