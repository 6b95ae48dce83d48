import type { Operations } from '../../../contract/operations.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { usualTerms, type ContractTerms, type ContractWords } from '../../../domain/coaching/contract.ts';
import { acceptContract as accepted, draftContract as drafted, partyIn } from '../../../domain/coaching/engagement.ts';
import type { Engagement } from '../../../domain/coaching/engagement.ts';
import { fail } from '../../../kernel/result.ts';
import { enterEngagement, replaceEngagement } from '../../coaching/engagements.ts';
import type { UseCase } from '../../use-case.ts';
import { changeEngagement, shownTo } from './engagements.ts';

/** Many leaders may accept in the same minute. */
const TRIES = 20;

export const draftContract: UseCase<Operations['draftContract']> = (ports, call) =>
  changeEngagement(ports, { ...call, name: 'draftContract' }, (engagement, team) =>
    drafted(engagement, termsFrom(engagement, call.input, ports.contractWords(call.language)), {
      team,
      now: ports.now(),
    }),
  );

export const acceptContract: UseCase<Operations['acceptContract']> = async (ports, call) => {
  const { actor, input } = call;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entered = await enterEngagement(ports, 'acceptContract', call);
    if (!entered.ok) return entered;
    const { team, engagement } = entered.value;
    if (partyIn(team, engagement.value, actor.person) === null) return fail({ kind: 'access.denied' });
    const next = accepted(engagement.value, { person: actor.person, version: input.version, at: ports.now() });
    if (!next.ok) return next;
    if (next.value === engagement.value) return shownTo(entered.value, next.value);
    const written = await replaceEngagement(ports, entered.value, next.value);
    if (written.ok) return shownTo(entered.value, next.value);
  }
  return fail({ kind: 'revision.stale' });
};

/** What was said now, else what the version before said, else what is usual. */
function termsFrom(
  { contract, purpose }: Engagement,
  input: InputOf<Operations['draftContract']>,
  words: ContractWords,
): ContractTerms {
  const before = contract ?? usualTerms(words, purpose);
  return {
    purpose: input.purpose ?? before.purpose,
    outcomes: input.outcomes ?? before.outcomes,
    boundaries: input.boundaries ?? before.boundaries,
    sees: {
      sponsor: input.sponsorSees ?? before.sees.sponsor,
      leaders: input.leadersSee ?? before.sees.leaders,
    },
  };
}
