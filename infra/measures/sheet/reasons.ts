import type { Reason } from '@plumbline/shared/measures/measured';

/** Why a figure is undefined, to be read after "none, because". */
const WORDS: Readonly<Record<Reason, string>> = {
  'no-answers': 'nobody answered',
  'too-few-answers': 'too few answered',
  'too-few-items': 'there are too few items',
  'short-scale': 'the scale has too few points',
  'no-variation': 'all answers are the same, which makes it 0 / 0',
  'no-order': 'too few told the items apart',
  'chance-too-likely': 'so few blind answers agree too often for any agreement to stand out',
  'mean-near-end': 'the mean lies too near an end of the scale',
  'not-strongly-connected': 'an option won or lost every comparison, so that the likelihood has no maximum',
  'not-connected': 'the options fall into parts that were never compared',
  'not-unique': 'several pictures fit equally well',
  'unknown-null': 'nobody has published this distribution for so many points',
  'too-much-work': 'it would take too long',
  'not-a-number': 'a value is not a finite number',
  'off-the-scale': 'a value is not on the scale',
  'ragged-rows': 'the rows are of unequal length',
  'unknown-option': 'an option is not among those offered',
  'repeated-option': 'an option was named twice',
  'wrong-total': 'the points of somebody do not add up to the total',
};

/** Puts a reason as the figures carry it, with underscores, into words. */
export function reasonInWords(reason: unknown): string {
  if (typeof reason !== 'string') return 'it is not defined for these answers';
  const words = new Map<string, string>(Object.entries(WORDS));
  return words.get(reason.replaceAll('_', '-')) ?? reason.replaceAll('_', ' ');
}
