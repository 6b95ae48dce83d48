import { useTranslation } from 'react-i18next';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { agreementFigure } from '@plumbline/shared/figures/agreement';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { AgreementStrip } from '../../../charts/AgreementStrip.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import type { BallotAnswer } from './ballot-draft.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

/** One question as the team answered it, with the reader's own mark, its shape in words and what to ask. */
export function QuestionPicture(props: {
  readonly question: QuestionResult;
  readonly source: FigureSource;
  readonly own: BallotAnswer | undefined;
  /** False where the question stands above already. */
  readonly titled?: boolean;
}) {
  const { question, source, own, titled = true } = props;
  const { layout } = useLeader();
  const look = useLook();
  const say = useSay();
  const { t } = useTranslation('leader');
  const { t: results } = useTranslation('results');
  const { result } = question;
  return (
    <article className={look.tight}>
      {titled ? <h3 className={look.strong}>{question.text}</h3> : null}
      {result.status === 'shown' ? <p className={look.text}>{results(`sentence.${result.shape}`)}</p> : null}
      <AgreementStrip
        figure={agreementFigure({ source, question })}
        size={layout}
        level={titled ? 4 : 3}
        heading={result.status === 'shown' ? 'silent' : 'finding'}
        {...(own?.kind === 'scale' ? { own: own.value } : {})}
      />
      {own?.kind === 'cannot-say' ? <p className={look.small}>{t('picture.own-cannot-say')}</p> : null}
      {own?.kind === 'scale' && result.status === 'held' ? (
        <p className={look.small}>{t('picture.own', { value: own.value, high: question.high })}</p>
      ) : null}
      {result.status === 'shown' ? (
        <p className={look.text}>{t('picture.ask', { ask: say(shapeQuestion(result.shape)) })}</p>
      ) : null}
    </article>
  );
}
