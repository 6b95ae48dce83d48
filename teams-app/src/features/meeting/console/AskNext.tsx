import { useTranslation } from 'react-i18next';
import { shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { useFormat } from '../../../app/format.ts';
import { useSay } from '../../../charts/use-canvas.ts';
import { useLook } from '../leader/look.ts';
import { askNext } from './ask-next.ts';
import { useConsole } from './console-context.ts';

/** The next question to ask, by the phase and by the shape of the answers. */
export function AskNext() {
  const { view, results } = useConsole();
  const look = useLook();
  const say = useSay();
  const { t } = useTranslation(['console', 'results']);
  const format = useFormat();
  const asks = askNext(view, results);
  if (asks.length === 0) return null;
  return (
    <section className={look.tight}>
      <h2 className={look.section}>{t('console:ask.title')}</h2>
      {asks.map((ask, index) => {
        if (ask.kind === 'held') {
          return (
            <p key={index} className={look.text}>
              {t('console:ask.held', { count: ask.needed })}
            </p>
          );
        }
        if (ask.kind === 'prompt') {
          return (
            <p key={index} className={look.quote}>
              {t(`console:ask.${ask.prompt}`)}
            </p>
          );
        }
        if (ask.kind === 'said') {
          return (
            <p key={index} className={look.quote}>
              {format.quote(say(ask.ask))}
            </p>
          );
        }
        return (
          <div key={index} className={look.quote}>
            <span className={look.small}>{t('console:ask.about', { question: ask.about })}</span>
            <br />
            {t(`results:sentence.${ask.shape}`)}
            <br />
            {format.quote(say(shapeQuestion(ask.shape)))}
          </div>
        );
      })}
    </section>
  );
}
