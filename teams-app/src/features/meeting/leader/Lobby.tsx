import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { LastTimeList } from './LastTimeList.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Sample } from './Sample.tsx';
import { Terms } from './Terms.tsx';

const useStyles = makeStyles({
  purpose: { whiteSpace: 'pre-wrap' },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '12px', rowGap: '4px' },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});

/** Before the meeting, while it opens, and all through a pulse: what it is for, who takes part, what is promised. */
export function Lobby({ pulse, ballot }: { readonly pulse: boolean; readonly ballot: ReactNode }) {
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const { purpose } = view.composition;
  return (
    <>
      {view.me.role === 'participant' ? (
        <section className={look.tight}>
          <h2 className={look.section}>
            {t(`onlooker.title.${view.asks === 'team' ? 'participant' : 'stakeholder'}`, { team: view.team.name })}
          </h2>
          <p className={look.text}>{t(`onlooker.why.${view.asks === 'team' ? 'participant' : 'stakeholder'}`)}</p>
        </section>
      ) : null}
      {purpose === '' ? null : (
        <section className={look.tight}>
          <h2 className={look.section}>{t('lobby.purpose')}</h2>
          <p className={mergeClasses(look.text, styles.purpose)}>{purpose}</p>
        </section>
      )}
      {ballot}
      <section className={mergeClasses(look.tight, look.rule)}>
        <h2 className={look.section}>{t(view.mode === 'named' ? 'named.title' : 'terms.title')}</h2>
        <Terms />
        <Sample />
      </section>
      {view.lastTime.length > 0 ? (
        <section className={mergeClasses(look.tight, look.rule)}>
          <h2 className={look.section}>{t('last.title')}</h2>
          <LastTimeList view={view} of={view.lastTime} />
        </section>
      ) : null}
      <section className={mergeClasses(look.tight, look.rule)}>
        <h2 className={look.section}>{pulse ? t('lobby.about-pulse') : t('lobby.about')}</h2>
        <Facts pulse={pulse} />
      </section>
    </>
  );
}

function Facts({ pulse }: { readonly pulse: boolean }) {
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const leaders = view.people.filter(({ role }) => role === 'leader');
  const { scheduledFor } = view.composition;
  return (
    <div className={look.tight}>
      <dl className={mergeClasses(look.text, styles.facts)}>
        {scheduledFor === null ? null : (
          <>
            <dt className={styles.term}>{t('lobby.when')}</dt>
            <dd className={styles.value}>{format.dateTime(scheduledFor)}</dd>
          </>
        )}
        {pulse && view.closesAt !== null ? (
          <>
            <dt className={styles.term}>{t('lobby.closes')}</dt>
            <dd className={styles.value}>{format.dateTime(view.closesAt)}</dd>
          </>
        ) : null}
        <dt className={styles.term}>{t('lobby.team')}</dt>
        <dd className={styles.value}>{view.team.name}</dd>
        <dt className={styles.term}>{t('lobby.facilitator')}</dt>
        <dd className={styles.value}>{view.facilitator.name}</dd>
        {view.participants === null ? null : (
          <>
            <dt className={styles.term}>{t('lobby.people')}</dt>
            <dd className={styles.value}>{format.number(view.leaders + view.participants.people)}</dd>
          </>
        )}
      </dl>
      {leaders.length === 0 || view.asks === 'stakeholders' ? null : (
        <details
          open={open}
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
          }}
        >
          <summary className={look.fold}>{t('lobby.asked', { count: view.leaders })}</summary>
          <ul className={look.list}>
            {leaders.map(({ person, name, title }) => (
              <li key={person} className={look.text}>
                {name}
                {title === '' ? null : <span className={look.small}> · {title}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
