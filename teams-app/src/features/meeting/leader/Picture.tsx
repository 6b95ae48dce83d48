import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { agreementFigure } from '@plumbline/shared/figures/agreement';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { profileFigure } from '@plumbline/shared/figures/profile';
import { shapeQuestion } from '@plumbline/shared/figures/shape-words';
import { AgreementStrip } from '../../../charts/AgreementStrip.tsx';
import { DimensionProfile } from '../../../charts/DimensionProfile.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import type { BallotAnswer, BallotAnswers } from './ballot-draft.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

const AT_ONCE = 3;

/** The team's picture: its dimensions, then the questions furthest apart, three at most at a time. */
export function Picture(props: {
  readonly results: Pick<ResultsView, 'rating' | 'depth'>;
  readonly source: FigureSource;
  /** The reader's own answers, for the reader's own screen only. */
  readonly own: BallotAnswers;
}) {
  const { results, source, own } = props;
  const { layout } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [dimension, setDimension] = useState<string | null>(null);
  const [from, setFrom] = useState(0);
  if (!results.rating) return <p className={look.quiet}>{t('picture.none')}</p>;
  const { dimensions, questions, rankings } = results.rating;
  const listed = dimension === null ? questions : questions.filter((question) => question.dimension === dimension);
  const name = dimensions.find((each) => each.dimension === dimension)?.title;
  const choose = (id: string | null) => {
    setDimension(id);
    setFrom(0);
  };
  return (
    <>
      <DimensionProfile
        figure={profileFigure({ source, now: dimensions, before: null })}
        size={layout}
        level={2}
        {...(results.depth === 'full' ? { onSelect: choose } : {})}
      />
      {results.depth === 'full' && listed.length > 0 ? (
        <section className={mergeClasses(look.column, look.rule)}>
          <div className={look.between}>
            <h2 className={look.section}>
              {name === undefined ? t('picture.questions') : t('picture.questions-of', { name })}
            </h2>
            {dimension === null ? null : (
              <Button
                appearance="subtle"
                onClick={() => {
                  choose(null);
                }}
              >
                {t('picture.all')}
              </Button>
            )}
          </div>
          {listed.slice(from, from + AT_ONCE).map((question) => (
            <QuestionPicture key={question.question} question={question} source={source} own={own[question.question]} />
          ))}
          <Pages from={from} count={listed.length} onGo={setFrom} />
        </section>
      ) : null}
      {rankings.map(({ question, text, result }) => (
        <section key={question} className={mergeClasses(look.tight, look.rule)}>
          <h2 className={look.section}>{text}</h2>
          {result.status === 'held' ? (
            <p className={look.quiet}>{t('picture.held', { count: result.needed })}</p>
          ) : (
            <ol className={look.text}>
              {result.order.map(({ option, text: words }) => (
                <li key={option}>{words}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </>
  );
}

function Pages(props: { readonly from: number; readonly count: number; readonly onGo: (from: number) => void }) {
  const { from, count, onGo } = props;
  const look = useLook();
  const { t } = useTranslation('leader');
  if (count <= AT_ONCE) return null;
  return (
    <div className={look.between}>
      <Button
        className={look.target}
        disabledFocusable={from === 0}
        onClick={() => {
          onGo(Math.max(0, from - AT_ONCE));
        }}
      >
        {t('picture.before')}
      </Button>
      <span className={look.small} role="status">
        {t('picture.place', { from: from + 1, to: Math.min(count, from + AT_ONCE), count })}
      </span>
      <Button
        className={look.target}
        disabledFocusable={from + AT_ONCE >= count}
        onClick={() => {
          onGo(from + AT_ONCE);
        }}
      >
        {t('picture.next')}
      </Button>
    </div>
  );
}

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
