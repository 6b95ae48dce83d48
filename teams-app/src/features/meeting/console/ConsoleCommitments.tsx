import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineView } from '@plumbline/shared/contract/views';
import { revisionOf, useCommand, useMe, type ClientError } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { CommitmentForm } from '../leader/CommitmentForm.tsx';
import { sameTerms, type Commitment } from '../leader/commitment-draft.ts';
import { CommitmentWords } from '../leader/CommitmentWords.tsx';
import { openDeviceStore } from '../leader/device-store.ts';
import { LeaderContext, type Consent } from '../leader/leader-context.ts';
import { useLook } from '../leader/look.ts';
import { deviceStorage } from './device-storage.ts';
import { useConsole } from './console-context.ts';
import { latest, primaryAction } from './primary-action.ts';

const MOST = 3;
/** The forms here never look at anybody's own answers. */
const NOTHING_MINE: MineView = { consented: false, ballots: [], notes: {}, sentence: null };
const nothing = () => undefined;
/** Nor do they answer anything. */
const CONSENT: Consent = { to: () => 'open', give: nothing, decline: nothing, askAgain: nothing };

/** The commitments on the table: written, changed and taken back here, and how far the team stands behind them. */
export function ConsoleCommitments() {
  const { view, layout, refetch, opened, open, direct, running } = useConsole();
  const { person } = useMe();
  const look = useLook();
  const { t } = useTranslation('console');
  const store = useMemo(() => openDeviceStore(deviceStorage(), person), [person]);
  const leader = useMemo(
    () => ({ view, mine: NOTHING_MINE, consent: CONSENT, store, layout, refetch }),
    [view, store, layout, refetch],
  );
  const writing = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened === 'commitment') writing.current?.querySelector('textarea')?.focus();
  }, [opened]);
  const support = latest(view, 'support');
  const voting = support?.status === 'open';
  const action = primaryAction(view);
  const changedSince = support !== null && !voting && action.kind === 'direct' && action.words === 'ask-support';
  const none = view.commitments.length === 0;
  return (
    <LeaderContext value={leader}>
      <section className={look.column}>
        <h2 className={look.section}>{t('commit.title')}</h2>
        {none && opened !== 'commitment' ? <p className={look.quiet}>{t('commit.none')}</p> : null}
        {voting ? <p className={look.text}>{t('commit.voting')}</p> : null}
        <ol className={look.list}>
          {view.commitments.map((commitment) => (
            <li key={commitment.id} className={look.card}>
              <OnTheTable commitment={commitment} fixed={voting} />
            </li>
          ))}
        </ol>
        {opened === 'commitment' ? (
          <div ref={writing}>
            <CommitmentForm commitment={null} onClose={() => open(null)} />
          </div>
        ) : voting || none || view.commitments.length >= MOST ? null : (
          <Button className={look.start} onClick={() => open('commitment')}>
            {t('commit.add')}
          </Button>
        )}
        {changedSince ? <p className={look.text}>{t('commit.again')}</p> : null}
        {changedSince || none ? (
          <Button
            appearance="subtle"
            className={look.start}
            disabledFocusable={running}
            onClick={() => void direct({ type: 'move', to: 'messaging' })}
          >
            {t(none ? 'commit.go-on-none' : 'commit.go-on')}
          </Button>
        ) : null}
      </section>
    </LeaderContext>
  );
}

function OnTheTable({ commitment, fixed }: { readonly commitment: Commitment; readonly fixed: boolean }) {
  const look = useLook();
  const { t } = useTranslation('console');
  const [doing, setDoing] = useState<'reading' | 'changing' | 'withdrawing'>('reading');
  if (doing === 'changing' && !fixed) {
    return <CommitmentForm commitment={commitment} onClose={() => setDoing('reading')} />;
  }
  return (
    <>
      <CommitmentWords commitment={commitment} />
      <Support commitment={commitment} />
      {fixed ? null : doing === 'withdrawing' ? (
        <Withdraw commitment={commitment} onClose={() => setDoing('reading')} />
      ) : (
        <div className={look.actions}>
          <Button
            className={look.target}
            aria-label={t('commit.change-of', { sentence: commitment.sentence })}
            onClick={() => setDoing('changing')}
          >
            {t('commit.change')}
          </Button>
          <Button
            appearance="subtle"
            className={look.target}
            aria-label={t('commit.withdraw-of', { sentence: commitment.sentence })}
            onClick={() => setDoing('withdrawing')}
          >
            {t('commit.withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}

function Support({ commitment }: { readonly commitment: Commitment }) {
  const { results } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const format = useFormat();
  const support = results?.support.find((each) => each.commitment === commitment.id)?.result;
  if (!support) return null;
  return (
    <p className={look.strong}>
      {support.status === 'held'
        ? t('commit.held', { count: support.needed })
        : t('commit.support', { mean: format.number(support.mean, 1) })}
    </p>
  );
}

function Withdraw({ commitment, onClose }: { readonly commitment: Commitment; readonly onClose: () => void }) {
  const { view, refetch } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const withdraw = useCommand('withdrawCommitment');
  const [error, setError] = useState<ClientError | null>(null);

  async function takeBack(): Promise<void> {
    const params = { meeting: view.id, commitment: commitment.id };
    let reply = await withdraw.run({ params, ifMatch: revisionOf(view) });
    if (!reply.ok && reply.error.kind === 'revision.stale') {
      const fresh = await refetch();
      const same = fresh?.commitments.find(({ id }) => id === commitment.id);
      // Somebody who has just changed its words would lose them.
      if (fresh && sameTerms(commitment, same)) reply = await withdraw.run({ params, ifMatch: revisionOf(fresh) });
    }
    if (!reply.ok) setError(reply.error);
  }

  return (
    <div className={look.tight} role="group" aria-label={t('commit.withdraw')}>
      <p className={look.text}>{t('commit.withdraw-sure')}</p>
      {error === null ? null : <ProblemNote error={error} />}
      <div className={look.actions}>
        <Button className={look.target} disabledFocusable={withdraw.running} onClick={() => void takeBack()}>
          {t('commit.withdraw-yes')}
        </Button>
        <Button className={look.target} onClick={onClose}>
          {t('keep')}
        </Button>
      </div>
    </div>
  );
}
