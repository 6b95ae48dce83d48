import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from '@plumbline/shared/client/client-error';
import type { RoundView } from '@plumbline/shared/contract/views';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useCommand } from '../../../app/api.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

/** Takes a named ballot back before its round closes, after asking. `busy` while an answer is on its way. */
export function WithdrawBallot({ round, busy }: { readonly round: RoundView; readonly busy: boolean }) {
  const { view, consent, store } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const withdraw = useCommand('withdrawBallot');
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) group.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [asking]);

  async function takeBack(): Promise<void> {
    const reply = await withdraw.run({ params: { meeting: view.id, round: round.id } });
    if (!reply.ok) {
      setError(reply.error);
      return;
    }
    store.dropBallot(round.id);
    consent.decline();
  }

  if (!asking) {
    return (
      <Button
        appearance="subtle"
        size="small"
        className={look.start}
        disabledFocusable={busy}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('withdraw.open')}
      </Button>
    );
  }
  return (
    <div ref={group} className={look.tight} role="group" aria-label={t('withdraw.open')}>
      <p className={look.text}>{t('withdraw.sure')}</p>
      {error ? <ProblemNote error={error} /> : null}
      <div className={look.actions}>
        <Button className={look.target} disabledFocusable={busy || withdraw.running} onClick={() => void takeBack()}>
          {t('withdraw.yes')}
        </Button>
        <Button
          className={look.target}
          onClick={() => {
            setAsking(false);
          }}
        >
          {t('withdraw.no')}
        </Button>
      </div>
    </div>
  );
}
