import { Button, mergeClasses } from '@fluentui/react-components';
import { LockClosedRegular, PeopleEyeRegular } from '@fluentui/react-icons';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { partOf } from '../../../app/part.tsx';
import { Loading } from '../../../app/screens.tsx';
import { toldAfter } from '../last-time.ts';
import { CommitmentWords } from './CommitmentWords.tsx';
import { LastTimeList } from './LastTimeList.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

const Revealing = partOf(async () => (await import('./Revealing.tsx')).Revealing);

/** After the end: what was kept and what is gone, what this person took on, and the way to the summary. */
export function Closed() {
  const { view, store } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [, navigate] = useLocation();
  const pulse = view.format === 'pulse';
  const named = view.mode === 'named';
  // Whoever is not in the team answered, and has nothing of the team to look at.
  const outside = view.me.role === 'participant';
  useEffect(() => {
    // Half-typed notes and words belong to a meeting that is over; late ballots stay until their author removes them.
    store.dropTexts(`${view.id}|`);
  }, [store, view.id]);
  const before = toldAfter(view);
  const own = view.commitments.filter(({ owner }) => owner.person === view.me.person);
  return (
    <>
      <section className={look.tight}>
        <h2 className={look.title}>{pulse ? t('closed.pulse') : t('closed.title')}</h2>
        <p className={look.text}>
          {named ? <PeopleEyeRegular /> : <LockClosedRegular />}{' '}
          {named
            ? t('named.closed')
            : !view.sealed
              ? t('closed.sealing')
              : t(outside ? 'closed.outside' : 'closed.unlinkable')}
        </p>
      </section>
      {outside ? null : (
        <Button
          appearance="primary"
          className={look.start}
          onClick={() => {
            navigate(`/meetings/${view.id}/summary`);
          }}
        >
          {t('closed.summary')}
        </Button>
      )}
      {view.message === null ? null : (
        <section className={look.tight}>
          <h2 className={look.section}>{t('closed.message')}</h2>
          <p className={look.quote}>{view.message}</p>
        </section>
      )}
      {pulse ? null : (
        <section className={mergeClasses(look.tight, look.rule)}>
          <h2 className={look.section}>{t('closed.mine')}</h2>
          {own.length === 0 ? <p className={look.quiet}>{t('closed.none-mine')}</p> : null}
          {own.map((commitment) => (
            <article key={commitment.id} className={look.card}>
              <CommitmentWords commitment={commitment} />
            </article>
          ))}
        </section>
      )}
      {before.length === 0 ? null : (
        <section className={mergeClasses(look.tight, look.rule)}>
          <h2 className={look.section}>{t('last.title')}</h2>
          <LastTimeList view={view} of={before} />
        </section>
      )}
      <section className={mergeClasses(look.tight, look.rule)}>
        <h2 className={look.section}>{t('closed.receipt')}</h2>
        <dl className={mergeClasses(look.text, look.tight)} style={{ margin: 0 }}>
          <dt className={look.strong}>{t('closed.kept')}</dt>
          <dd style={{ margin: 0 }}>
            {named ? t(pulse ? 'named.kept-pulse' : 'named.kept') : t(pulse ? 'closed.kept-pulse' : 'closed.kept-what')}
          </dd>
          <dt className={look.strong}>{t('closed.gone')}</dt>
          <dd style={{ margin: 0 }}>
            {named ? t('named.gone') : t(view.sealed ? 'closed.gone-what' : 'closed.going-what')}
          </dd>
          {named ? null : (
            <>
              <dt className={look.strong}>{t('closed.backups')}</dt>
              <dd style={{ margin: 0 }}>{t('terms.backups')}</dd>
            </>
          )}
        </dl>
      </section>
      {pulse && !outside ? (
        <section className={mergeClasses(look.column, look.rule)}>
          <Suspense fallback={<Loading what={t('reveal.loading')} />}>
            <Revealing.Show />
          </Suspense>
        </section>
      ) : null}
    </>
  );
}
