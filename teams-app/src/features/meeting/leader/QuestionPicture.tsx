import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { agreementFigure } from '@plumbline/shared/figures/agreement';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { AgreementStrip } from '../../../charts/AgreementStrip.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import type { NamedAnswers } from '../named/by-point.ts';
import { NamedPicture } from '../named/NamedPicture.tsx';
import { TableOfNames } from '../named/TableOfNames.tsx';
import type { BallotAnswer } from './ballot-draft.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

/** One question as the team answered it, with the reader's own mark, its shape in words and what to ask. */
export function QuestionPicture(props: {
  readonly question: QuestionResult;
  readonly source: FigureSource;
  readonly own: BallotAnswer | undefined;
  /** Who answered what, in a named meeting. */
  readonly answers: NamedAnswers | null;
  /** False where the question stands above already. */
  readonly titled?: boolean;
}) {
  const { question, source, own, answers, titled = true } = props;
  const { layout } = useLeader();
  const look = useLook();
  const id = useId();
  const say = useSay();
  const { t } = useTranslation('leader');
  const { t: results } = useTranslation('results');
  const { result, low, high, text } = question;
  const level = titled ? 4 : 3;
  const asked = { id: question.question, kind: 'rating', text, low, high } as const;
  return (
    <article className={look.tight}>
      {titled ? (
        <h3 id={id} className={look.strong}>
          {question.text}
        </h3>
      ) : null}
      {result.status === 'shown' ? <p className={look.text}>{results(`sentence.${result.shape}`)}</p> : null}
      {answers ? (
        <>
          <NamedPicture
            {...{ question, source, answers }}
            size={layout}
            level={level}
            faces="small"
            {...(titled ? { describedBy: id } : {})}
          />
          <TableOfNames question={asked} answers={answers} />
        </>
      ) : (
        <AgreementStrip
          figure={agreementFigure({ source, question })}
          size={layout}
          level={level}
          heading={result.status === 'shown' ? 'silent' : 'finding'}
          {...(own?.kind === 'scale' ? { own: own.value } : {})}
        />
      )}
      {own?.kind === 'cannot-say' && answers === null ? (
        <p className={look.small}>{t('picture.own-cannot-say')}</p>
      ) : null}
      {own?.kind === 'scale' && result.status === 'held' && answers === null ? (
        <p className={look.small}>{t('picture.own', { value: own.value, high: question.high })}</p>
      ) : null}
      {result.status === 'shown' ? (
        <p className={look.text}>{t('picture.ask', { ask: say(shapeQuestion(result.shape)) })}</p>
      ) : null}
    </article>
  );
}
