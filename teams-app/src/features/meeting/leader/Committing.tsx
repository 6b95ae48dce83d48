import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { ClientError } from '@plumbline/shared/client/client-error';
import { MOST_COMMITMENTS } from '@plumbline/shared/domain/meeting/meeting';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { revisionOf, useCommand, useView } from '../../../app/api.ts';
import { namedAnswers } from '../named/by-point.ts';
import { WhoAnswered } from '../named/WhoAnswered.tsx';
import { CommitmentForm } from './CommitmentForm.tsx';
import { CommitmentWords } from './CommitmentWords.tsx';
import type { Commitment } from './commitment-draft.ts';
import { useKeptText, useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { scaleOfQuestion } from './scale-of-question.ts';
import { latestRound } from './screen-now.ts';
import { Vote } from './Vote.tsx';

/** The commitments on the table, proposing and changing them, and whether each person can stand behind them. */
export function Committing({ support }: { readonly support: RoundView | null }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [kept] = useKeptText('commitment|new');
  const [writing, setWriting] = useState(kept !== '');
  const full = view.commitments.length >= MOST_COMMITMENTS;
  if (support) {
    return (
      <section className={look.column}>
        <h2 className={look.title}>{t('support.title')}</h2>
        <p className={look.quiet}>{t(view.mode === 'named' ? 'named.support' : 'support.how')}</p>
        <Vote key={support.id} round={support} words="support" />
      </section>
    );
  }
  return (
    <>
      <section className={look.tight}>
        <h2 className={look.title}>
          {view.commitments.length === 0 ? t('commit.none') : t('commit.title', { count: view.commitments.length })}
        </h2>
        <p className={look.quiet}>{t('commit.how', { most: MOST_COMMITMENTS })}</p>
      </section>
      {view.commitments.length > 0 ? (
        <ul className={look.list}>
          {view.commitments.map((commitment) => (
            <li key={commitment.id}>
              <OnTheTable commitment={commitment} />
            </li>
          ))}
        </ul>
      ) : null}
      {writing ? (
        <CommitmentForm
          commitment={null}
          onClose={() => {
            setWriting(false);
          }}
        />
      ) : full || !view.me.abilities.commit ? null : (
        <Button
          appearance="primary"
          className={look.start}
          onClick={() => {
            setWriting(true);
          }}
        >
          {t('commit.propose')}
        </Button>
      )}
      {full ? <p className={look.quiet}>{t('commit.full', { most: MOST_COMMITMENTS })}</p> : null}
    </>
  );
}

function OnTheTable({ commitment }: { readonly commitment: Commitment }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [doing, setDoing] = useState<'reading' | 'changing' | 'withdrawing'>('reading');
  const read = () => {
    setDoing('reading');
  };
  if (doing === 'changing') return <CommitmentForm commitment={commitment} onClose={read} />;
  return (
    <article className={look.card}>
      <CommitmentWords commitment={commitment} />
      <Supported commitment={commitment} />
      {doing === 'withdrawing' ? <Withdraw commitment={commitment} onClose={read} /> : null}
      {doing === 'reading' && view.me.abilities.commit ? (
        <div className={look.actions}>
          <Button
            className={look.target}
            onClick={() => {
              setDoing('changing');
            }}
          >
            {t('commit.change')}
          </Button>
          <Button
            appearance="subtle"
            className={look.target}
            onClick={() => {
              setDoing('withdrawing');
            }}
          >
            {t('commit.withdraw')}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

/** What came of the last vote on it, once that is closed and may be shown. */
function Supported({ commitment }: { readonly commitment: Commitment }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const asked = latestRound(view, 'support')?.shown ?? false;
  const results = useView('viewResults', { meeting: view.id }, { enabled: asked });
  const support = results.data?.support.find((each) => each.commitment === commitment.id)?.result;
  if (!asked || !support) return null;
  const answers = namedAnswers(results.data, { purpose: 'support' });
  const question = latestRound(view, 'support')?.questions.find(({ id }) => id === commitment.id);
  const scale = question && scaleOfQuestion(question)?.scale;
  return (
    <>
      <p className={look.text}>
        {support.status === 'held'
          ? t('picture.held', { count: support.needed })
          : t('support.result', { mean: support.mean })}
      </p>
      {scale && answers ? (
        <WhoAnswered answers={answers} question={commitment.id} low={scale.low} high={scale.high} size="small" />
      ) : null}
    </>
  );
}

function Withdraw({ commitment, onClose }: { readonly commitment: Commitment; readonly onClose: () => void }) {
  const { view, refetch } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const withdraw = useCommand('withdrawCommitment');
  const [error, setError] = useState<ClientError | null>(null);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    group.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, []);

  async function takeBack(): Promise<void> {
    const params = { meeting: view.id, commitment: commitment.id };
    const first = await withdraw.run({ params, ifMatch: revisionOf(view) });
    const fresh = !first.ok && first.error.kind === 'revision.stale' ? await refetch() : null;
    const reply = fresh ? await withdraw.run({ params, ifMatch: revisionOf(fresh) }) : first;
    if (!reply.ok) setError(reply.error);
  }

  return (
    <div ref={group} className={look.tight} role="group" aria-label={t('commit.withdraw')}>
      <p className={look.text}>{t('commit.withdraw-sure')}</p>
      {error ? <ProblemNote error={error} /> : null}
      <div className={look.actions}>
        <Button className={look.target} disabledFocusable={withdraw.running} onClick={() => void takeBack()}>
          {t('commit.withdraw-yes')}
        </Button>
        <Button className={look.target} onClick={onClose}>
          {t('commit.withdraw-no')}
        </Button>
      </div>
    </div>
  );
}
