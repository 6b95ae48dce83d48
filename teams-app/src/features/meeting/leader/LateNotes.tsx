import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { lateAnswers, type Late } from './late-answers.ts';
import { useLeader } from './leader-context.ts';

/** A ballot that is on its way when its round closes has so long to be acknowledged before it is called late. */
const GRACE_MS = 2_000;

/** Says of each closed round what was saved and what came too late and is on this device only. */
export function LateNotes() {
  const { view, store } = useLeader();
  useSyncExternalStore(store.subscribe, store.version);
  const late = lateAnswers(view, store);
  const rounds = late.map(({ round }) => round.id).join();
  const [ripe, setRipe] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setRipe(rounds);
    }, GRACE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [rounds]);
  if (ripe !== rounds) return null;
  return late.map((each) => <LateNote key={each.round.id} late={each} />);
}

function LateNote({ late }: { readonly late: Late }) {
  const { store } = useLeader();
  const { t } = useTranslation('leader');
  const format = useFormat();
  const { round, closedAt, saved, questions, unfinished, dimensions } = late;
  const what = t(`round.${round.purpose}`);
  const tooLate =
    dimensions.length > 0 && round.purpose === 'rating'
      ? t('late.unsent-on', { count: questions.length, dimensions: format.list(dimensions) })
      : t('late.unsent', { count: questions.length });
  const unsent = questions.length > 0;
  const at = closedAt === null ? undefined : format.time(closedAt);
  const title = unsent ? ('late.title' as const) : ('late.unfinished.title' as const);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>
        <MessageBarTitle>{at === undefined ? t(title, { what }) : t(`${title}-at`, { what, at })}</MessageBarTitle>{' '}
        {t('late.saved', { count: saved })} {unsent ? tooLate : null}{' '}
        {unfinished.length > 0
          ? t('late.unfinished', { questions: format.list(unfinished.map((question) => format.quote(question))) })
          : null}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          onClick={() => {
            store.dropBallot(round.id);
          }}
        >
          {t('late.remove')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
