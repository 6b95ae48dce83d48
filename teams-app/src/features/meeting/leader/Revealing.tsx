import { useTranslation } from 'react-i18next';
import { useView } from '../../../app/api.ts';
import { Failure, Loading } from '../../../app/screens.tsx';
import { namedAnswers } from '../named/by-point.ts';
import { figureSource } from './figure-source.ts';
import { Guesses } from './Guesses.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { ownAnswers } from './own-answers.ts';
import { Picture } from './Picture.tsx';
import { ratingIsShown } from './screen-now.ts';

/** The team's picture, with this person's own mark on this screen only, and what became of the guesses. */
export function Revealing() {
  const { view, mine } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const results = useView('viewResults', { meeting: view.id }, { enabled: ratingIsShown(view) });
  if (!ratingIsShown(view)) return <p className={look.quiet}>{t('reveal.wait')}</p>;
  if (results.error !== null) return <Failure error={results.error} view={results} />;
  if (!results.data) return <Loading what={t('reveal.loading')} />;
  const own = ownAnswers(view, mine);
  return (
    <>
      <Picture results={results.data} source={figureSource(view, results.data)} own={own} />
      {results.data.predictions && results.data.predictions.length > 0 ? (
        <Guesses
          predictions={results.data.predictions}
          own={own}
          answers={namedAnswers(results.data, { purpose: 'prediction' })}
        />
      ) : null}
    </>
  );
}
