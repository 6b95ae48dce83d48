import { Button, makeStyles } from '@fluentui/react-components';
import { LockClosedRegular, PeopleEyeRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Terms } from './Terms.tsx';
import type { Ballot } from './use-ballot.ts';
import { WithdrawBallot } from './WithdrawBallot.tsx';

const useStyles = makeStyles({
  icon: { verticalAlign: 'text-bottom', marginInlineEnd: '4px' },
  why: { minHeight: '36px', minWidth: '36px', paddingInline: 0 },
});

/** The promise in one line, and why it can be relied on behind "why?"; in a named meeting also the way out of it. */
export function PrivacyLine({ round, ballot }: { readonly round: RoundView; readonly ballot: Ballot }) {
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [open, setOpen] = useState(false);
  const id = useId();
  const named = view.mode === 'named';
  const given = Object.keys(ballot.answers).length > 0;
  return (
    <div className={look.tight}>
      <div className={look.actions}>
        <p className={look.small}>
          {named ? <PeopleEyeRegular className={styles.icon} /> : <LockClosedRegular className={styles.icon} />}
          {named ? t('named.line') : t('privacy.line', { minimum: view.minimumGroup })}
        </p>
        <Button
          appearance="transparent"
          size="small"
          className={styles.why}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? t('privacy.less') : t('privacy.why')}
        </Button>
      </div>
      <div id={id} hidden={!open}>
        {open ? <Terms /> : null}
      </div>
      {named && given ? <WithdrawBallot round={round} ballot={ballot} /> : null}
    </div>
  );
}
