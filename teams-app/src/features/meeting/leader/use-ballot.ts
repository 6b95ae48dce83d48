import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RoundView } from '@plumbline/shared/contract/views';
import { connectionError, type ClientError } from '@plumbline/shared/client/client-error';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { useCommand } from '../../../app/api.ts';
import { useConnection } from '../../../app/live.ts';
import { useServices } from '../../../app/services.ts';
import type { BallotAnswer, HeldBallot } from './ballot-draft.ts';
import { keepBallot, type BallotKeeper, type BallotState } from './ballot-keeper.ts';
import { refusalOf } from './cast-refusal.ts';
import { useLeader } from './leader-context.ts';
import { canBeSent } from './progress.ts';

export interface Ballot extends BallotState<ClientError> {
  readonly answer: (question: string, answer: BallotAnswer | null) => void;
  readonly dismissMerge: () => void;
  readonly withdraw: () => Promise<Result<null, ClientError>>;
}

/** This person's ballot in a round, saved on every answer. A component that uses it is keyed by the round. */
export function useBallot(round: RoundView): Ballot {
  const keeper = useKeeper(round);
  const connection = useConnection();
  useEffect(() => {
    const refresh = () => void keeper.refresh();
    const look = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    window.addEventListener('online', refresh);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', refresh);
      document.removeEventListener('visibilitychange', look);
      keeper.stop();
    };
  }, [keeper]);
  useEffect(() => {
    if (connection !== 'offline') void keeper.refresh();
  }, [keeper, connection]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  const { answer, dismissMerge, withdraw } = keeper;
  return { ...state, answer, dismissMerge, withdraw };
}

function useKeeper(round: RoundView): BallotKeeper<ClientError> {
  const { view, mine, consent, store } = useLeader();
  const { client } = useServices();
  const { run } = useCommand('castBallot');
  const { run: takeBack } = useCommand('withdrawBallot');
  const [keeper] = useState(() => {
    const params = { meeting: view.id, round: round.id };
    return keepBallot<ClientError>({
      round: round.id,
      held: heldIn(mine, round),
      store,
      isWhole: (id, answer) => {
        const question = round.questions.find((asked) => asked.id === id);
        return question === undefined || canBeSent(question, answer);
      },
      door: {
        cast: async (basedOn, answers) => {
          const reply = await run({ params, input: { basedOn, answers, consent: consent.to(round.id) === 'given' } });
          return reply.ok ? ok({ revision: reply.value.value.revision }) : fail(refusalOf(reply.error));
        },
        fetchHeld: async () => {
          // Asked past the cache: a ballot must be based on what the service holds now.
          const reply = await client
            .call('viewMine', { params: { meeting: view.id } })
            .catch(() => fail(connectionError('network.offline')));
          return reply.ok ? ok(heldIn(reply.value.value, round)) : fail(refusalOf(reply.error));
        },
        withdraw: async () => {
          const reply = await takeBack({ params });
          return reply.ok ? ok(null) : fail(reply.error);
        },
        later: (task, ms) => {
          const timer = setTimeout(task, ms);
          return () => {
            clearTimeout(timer);
          };
        },
      },
    });
  });
  return keeper;
}

function heldIn(mine: { readonly ballots: readonly OwnBallot[] }, round: RoundView): HeldBallot {
  const own = mine.ballots.find((ballot) => ballot.round === round.id);
  return own ? { revision: own.revision, answers: own.answers } : null;
}

type OwnBallot = ReturnType<typeof useLeader>['mine']['ballots'][number];
