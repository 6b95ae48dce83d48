import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from '@plumbline/shared/client/client-error';
import type { RoundView } from '@plumbline/shared/contract/views';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import type { Ballot } from './use-ballot.ts';

/** Takes a named ballot back before its round closes, after asking. */
export function WithdrawBallot({ round, ballot }: { readonly round: RoundView; readonly ballot: Ballot }) {
  const { consent } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // To the way out when it asks, and back to what opened it.
    if (asking !== wasAsking.current) place.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    wasAsking.current = asking;
  }, [asking]);

  async function takeBack(): Promise<void> {
    setError(null);
    setRunning(true);
    const reply = await ballot.withdraw();
    setRunning(false);
    if (reply.ok) consent.decline(round.id);
    else setError(reply.error);
  }

  if (!asking) {
    return (
      <div ref={place}>
        <Button
          appearance="subtle"
          size="small"
          className={look.start}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('withdraw.open')}
        </Button>
      </div>
    );
  }
  return (
    <div ref={place} className={look.tight} role="group" aria-label={t('withdraw.open')}>
      <p className={look.text}>{t('withdraw.sure')}</p>
      {error ? <ProblemNote error={error} /> : null}
      <div className={look.actions}>
        <Button className={look.target} disabledFocusable={running} onClick={() => void takeBack()}>
          {t('withdraw.yes')}
        </Button>
        <Button
          className={look.target}
          onClick={() => {
            setAsking(false);
            setError(null);
          }}
        >
          {t('withdraw.no')}
        </Button>
      </div>
    </div>
  );
}
