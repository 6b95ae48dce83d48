import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../app/api.ts';
import { Failure, Loading } from '../../../app/screens.tsx';
import { figureSource } from './figure-source.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Picture } from './Picture.tsx';
import { latestRound } from './screen-now.ts';

/** For people whose answers are not asked for: what they may see now, and why not more. */
export function Onlooker({ resultsShown }: { readonly resultsShown: boolean }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const rating = latestRound(view, 'rating');
  return (
    <>
      <section className={look.tight}>
        <h2 className={look.title}>{t(`onlooker.title.${view.asks === 'team' ? view.me.role : 'around'}`)}</h2>
        <p className={look.text}>
          {view.mode === 'named' && view.me.role !== 'leader' && view.me.role !== 'participant'
            ? t(`named.onlooker.${view.me.role}`, { minimum: view.minimumGroup })
            : t(`onlooker.why.${view.asks === 'team' || view.me.role !== 'leader' ? view.me.role : 'around'}`)}
        </p>
        <p className={look.quiet}>
          {view.mode === 'named' ? t('named.onlooker') : t('onlooker.promise', { minimum: view.minimumGroup })}
        </p>
      </section>
      {view.composition.purpose === '' ? null : (
        <section className={look.tight}>
          <h2 className={look.section}>{t('lobby.purpose')}</h2>
          <p className={look.text}>{view.composition.purpose}</p>
        </section>
      )}
      {rating?.status === 'open' ? (
        <p className={look.text}>
          {rating.counted === 0
            ? t('onlooker.coming')
            : t('onlooker.counted', { counted: rating.counted, invited: rating.invited })}
        </p>
      ) : null}
      {resultsShown ? <Shown /> : <p className={look.quiet}>{t('onlooker.later')}</p>}
    </>
  );
}

function Shown() {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const results = useView('viewResults', { meeting: view.id });
  if (results.error !== null) return <Failure error={results.error} view={results} />;
  if (!results.data) return <Loading what={t('reveal.loading')} />;
  return (
    <section className={mergeClasses(look.column, look.rule)}>
      {results.data.depth === 'dimensions' ? <p className={look.quiet}>{t('onlooker.dimensions')}</p> : null}
      <Picture results={results.data} source={figureSource(view, results.data)} own={{}} />
    </section>
  );
}
