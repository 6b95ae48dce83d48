import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { agreementFigure } from '@plumbline/shared/figures/agreement';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { AgreementStrip } from '../../../charts/AgreementStrip.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import type { NamedAnswers } from '../named/by-point.ts';
import { NamedPicture } from '../named/NamedPicture.tsx';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: '40px',
    alignItems: 'start',
  },
  foot: { marginBlockStart: 'auto', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  card: { padding: '12px 16px' },
});

/** A question as the team answered it: its words, its picture, its shape in a sentence, and the one question to ask. */
export function QuestionOnStage(props: {
  readonly question: QuestionResult;
  readonly source: FigureSource;
  readonly size: 'alone' | 'of-three';
  /** Who answered what, in a named meeting. */
  readonly answers: NamedAnswers | null;
}) {
  const { question, source, size, answers } = props;
  const { room } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const alone = size === 'alone';
  const large = alone && !room.short;
  const chart = { size: large ? 'stage' : 'page', level: 3 } as const;
  const picture = answers ? (
    <NamedPicture {...{ question, source, answers }} {...chart} faces={large ? 'large' : 'small'} />
  ) : (
    <AgreementStrip figure={agreementFigure({ source, question })} {...chart} heading="silent" />
  );
  if (!alone) {
    return (
      <article className={mergeClasses(look.card, styles.card)}>
        <h2 className={look.heading}>{question.text}</h2>
        <div className={styles.foot}>
          {picture}
          <Words question={question} size={size} />
        </div>
      </article>
    );
  }
  return (
    <article className={look.column}>
      <h2 className={room.short ? look.question : look.title}>{question.text}</h2>
      <div className={styles.sides}>
        {picture}
        <div className={look.column}>
          <Words question={question} size={size} />
        </div>
      </div>
    </article>
  );
}

function Words({ question, size }: { readonly question: QuestionResult; readonly size: 'alone' | 'of-three' }) {
  const { room } = useStage();
  const look = useStageLook();
  const say = useSay();
  const { t } = useTranslation(['stage', 'results']);
  const { result } = question;
  const large = size === 'alone' && !room.short;
  const text = large ? look.text : look.small;
  if (result.status === 'held') {
    return <p className={text}>{t('stage:question.held', { count: result.needed })}</p>;
  }
  return (
    <>
      <p className={large ? look.heading : look.small}>{t(`results:sentence.${result.shape}`)}</p>
      <p className={mergeClasses(look.ask, !large && look.small)}>
        <span className={look.quiet}>{t('stage:question.ask')}: </span>
        {say(shapeQuestion(result.shape))}
      </p>
    </>
  );
}
