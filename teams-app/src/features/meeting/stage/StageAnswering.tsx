import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { Answered } from './Answered.tsx';
import { StageClock } from './StageClock.tsx';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  room: { flexGrow: 1, display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '48px' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  counted: { paddingBlockStart: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** While everybody answers in private: what to do, the time, and how many have, in steps. */
export function StageAnswering(props: { readonly what: 'rating' | 'predicting'; readonly round: RoundView | null }) {
  const { what, round } = props;
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  return (
    <div className={styles.room}>
      <div className={styles.words}>
        <h2 className={mergeClasses(look.display, look.narrow)}>{t(`${what}.title`)}</h2>
        <p className={mergeClasses(look.text, look.wide)}>{t(`${what}.how`)}</p>
        {round === null ? null : (
          <div className={styles.counted}>
            <p className={look.heading} role="status">
              <Answered round={round} />
            </p>
            <p className={mergeClasses(look.small, look.quiet)}>{t('answered.hint')}</p>
          </div>
        )}
      </div>
      <StageClock size="large" />
    </div>
  );
}
