import type { RoundView } from '@plumbline/shared/contract/views';

type RoundId = RoundView['id'];

/**
 * What a person said on this page about answering with their name: yes; that they want to read again what for; or that
 * they do not answer a round, or no longer.
 */
export type Said =
  | { readonly what: 'nothing' }
  | { readonly what: 'yes' }
  | { readonly what: 'asks-again' }
  | { readonly what: 'not-here'; readonly round: RoundId };

/** Whether a person answers a round with their name: `open` until they said something, `declined` also after withdrawing. */
export type ConsentState = 'not-asked' | 'open' | 'given' | 'declined';

/**
 * Whether somebody consents to a round. Whoever steps out of one part goes on with the others that they agreed to; who
 * agreed to none is asked of no other until they look at it again.
 */
export function consentTo(
  round: RoundId,
  from: {
    readonly named: boolean;
    /** The service keeps consent with each ballot: whether it holds one. */
    readonly kept: boolean;
    readonly said: Said;
  },
): ConsentState {
  const { named, kept, said } = from;
  if (!named) return 'not-asked';
  switch (said.what) {
    case 'yes':
      return 'given';
    case 'asks-again':
      return 'open';
    case 'not-here':
      return said.round === round || !kept ? 'declined' : 'given';
    case 'nothing':
      return kept ? 'given' : 'open';
  }
}
