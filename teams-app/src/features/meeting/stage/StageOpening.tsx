import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosedRegular, PeopleEyeRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { measuredOf, movementOf } from '../last-time.ts';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  sides: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '24px', alignItems: 'stretch' },
  alone: { gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', alignItems: 'center', columnGap: '12px' },
  lock: { fontSize: '28px', color: tokens.colorBrandForeground1, flexShrink: 0 },
  last: { display: 'flex', flexDirection: 'column' },
  items: { rowGap: '12px' },
});

/** What is read out at the opening; the team's page has all of them. */
const MOST_OF_LAST_TIME = 3;

/** The opening: what we are here for, what we promise each other, and what we said last time. */
export function StageOpening() {
  const { view, room } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const { purpose } = view.composition;
  const returning = view.lastTime.length > 0;
  const named = view.mode === 'named';
  return (
    <div className={mergeClasses(look.column, look.centre)}>
      <h2 className={mergeClasses(room.short ? look.question : look.title, look.wide)}>
        {purpose === '' ? t('opening.no-purpose') : purpose}
      </h2>
      <div className={mergeClasses(styles.sides, !returning && styles.alone)}>
        <section className={look.card}>
          <div className={styles.head}>
            {named ? <PeopleEyeRegular className={styles.lock} /> : <LockClosedRegular className={styles.lock} />}
            <h3 className={look.heading}>{t(named ? 'named.title' : 'privacy.title')}</h3>
          </div>
          <ul className={mergeClasses(look.list, styles.items, look.small)}>
            <li>{t(named ? 'named.who' : 'privacy.own')}</li>
            <li>{named ? t('named.sponsor') : t('privacy.minimum', { minimum: view.minimumGroup })}</li>
            <li>{t(named ? 'named.before' : 'privacy.later')}</li>
            {room.short ? null : <li className={look.quiet}>{t(named ? 'named.frozen' : 'privacy.frozen')}</li>}
          </ul>
        </section>
        {returning ? <LastTime /> : null}
      </div>
    </div>
  );
}

function LastTime() {
  const { view, room } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation(['stage', 'results']);
  const format = useFormat();
  const said = view.lastTime.slice(0, room.short ? 2 : MOST_OF_LAST_TIME).map((one) => {
    return { ...one, movement: movementOf(view, one), measured: measuredOf(view, one) };
  });
  return (
    <section className={look.card}>
      <h3 className={look.heading}>{t('stage:last.title')}</h3>
      <ul className={mergeClasses(look.list, styles.items)}>
        {said.map(({ commitment, measured }) => (
          <li key={commitment.id} className={styles.last}>
            <span className={look.small}>{commitment.sentence}</span>
            <span className={mergeClasses(look.small, look.quiet)}>
              {[
                commitment.owner.name,
                commitment.overdue
                  ? t('stage:last.overdue', { due: format.day(commitment.due) })
                  : format.inside(t(`results:status.${commitment.status}`)),
                ...(measured === null ? [] : [t(`stage:last.moved.${measured}`)]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {said.some(({ movement }) => movement === 'later.meeting') ? (
        <p className={mergeClasses(look.small, look.quiet)}>{t('stage:last.not-known')}</p>
      ) : null}
    </section>
  );
}
