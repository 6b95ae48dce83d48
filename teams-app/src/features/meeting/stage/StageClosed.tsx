import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosedRegular, PeopleEyeRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { Answered } from './Answered.tsx';
import { CommitmentsOnStage } from './StageCommitting.tsx';
import { StageRevealing } from './StageRevealing.tsx';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  lock: { display: 'flex', alignItems: 'start', columnGap: '12px' },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1, flexShrink: 0 },
});

/** The last question. */
export function StageClosing({ round }: { readonly round: RoundView | null }) {
  const look = useStageLook();
  const { t } = useTranslation('stage');
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      <h2 className={mergeClasses(look.display, look.narrow)}>{t('closing.title')}</h2>
      <p className={look.text}>{t('closing.how')}</p>
      {round === null ? null : (
        <p className={look.heading} role="status">
          <Answered round={round} />
        </p>
      )}
    </div>
  );
}

/** After the end: thanks, what we committed to, and that answers are unlinkable now. */
export function StageClosed() {
  const { view } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const pulse = view.format === 'pulse';
  const named = view.mode === 'named';
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      <h2 className={look.display}>{t(pulse ? 'closed.pulse' : 'closed.title')}</h2>
      {pulse ? (
        <StageRevealing />
      ) : view.commitments.length === 0 ? (
        <p className={look.text}>{t('closed.no-commitments')}</p>
      ) : (
        <section className={look.tight}>
          <h3 className={mergeClasses(look.heading, look.quiet)}>{t('closed.commitments')}</h3>
          <CommitmentsOnStage brief />
        </section>
      )}
      <div className={styles.lock}>
        {named ? <PeopleEyeRegular className={styles.icon} /> : <LockClosedRegular className={styles.icon} />}
        <p className={look.small}>
          {named ? (
            t('named.closed')
          ) : (
            <>
              {t(view.sealed ? 'closed.unlinkable' : 'closed.sealing')}{' '}
              <span className={look.quiet}>{t('closed.backups')}</span>
            </>
          )}
        </p>
      </div>
    </div>
  );
}
