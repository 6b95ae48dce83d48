import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { profileFigure } from '@plumbline/shared/figures/profile';
import { partOf } from '../../../app/part.tsx';
import { DimensionProfile } from '../../../charts/DimensionProfile.tsx';
import type { BallotAnswers } from './ballot-draft.ts';
import { Camps } from './Camps.tsx';
import { useLeader } from './leader-context.ts';
import { namedAnswers } from '../named/by-point.ts';
import { useLook } from './look.ts';
import { QuestionPicture } from './QuestionPicture.tsx';
import { latestRound } from './screen-now.ts';
import { useFocusWhenLost } from './use-focus-when-lost.ts';

const AT_ONCE = 3;

const useStyles = makeStyles({ heading: { ':focus-visible': { outline: 'none' } } });

// They stand below everything else, and a phone in a meeting room should not wait for them.
const Groups = partOf(async () => (await import('./GroupPicture.tsx')).GroupPicture);
const Priorities = partOf(async () => (await import('./Priorities.tsx')).Priorities);

/** The team's picture: its dimensions, then the questions furthest apart, three at most at a time. */
export function Picture(props: {
  readonly results: Pick<ResultsView, 'rating' | 'depth' | 'named'>;
  readonly source: FigureSource;
  /** The reader's own answers, for the reader's own screen only. */
  readonly own: BallotAnswers;
}) {
  const { results, source, own } = props;
  const { view, layout } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [dimension, setDimension] = useState<string | null>(null);
  const [from, setFrom] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  // The way back to all questions is gone once it was taken.
  useFocusWhenLost(dimension ?? 'all', heading);
  if (!results.rating) return <p className={look.quiet}>{t('picture.none')}</p>;
  const { ballots, dimensions, questions } = results.rating;
  const answers = namedAnswers(results, { purpose: 'rating' });
  const asked = latestRound(view, 'rating')?.questions ?? [];
  const held = dimensions.find(({ result }) => result.status === 'held')?.result;
  if (ballots === null && held?.status === 'held') {
    // Once for all: below the minimum group no dimension and no question says anything else.
    return <p className={look.text}>{t('picture.held', { count: held.needed })}</p>;
  }
  const listed = dimension === null ? questions : questions.filter((question) => question.dimension === dimension);
  const name = dimensions.find((each) => each.dimension === dimension)?.title;
  const choose = (id: string | null) => {
    setDimension(id);
    setFrom(0);
  };
  return (
    <>
      <DimensionProfile
        figure={profileFigure({ source, now: dimensions, before: null, questions })}
        size={layout}
        level={2}
        {...(results.depth === 'full' ? { onSelect: choose } : {})}
      />
      <Camps rating={results.rating} source={source} size={layout} />
      {results.rating.groups.length === 0 ? null : (
        <Suspense>
          <Groups.Show rating={results.rating} source={source} />
        </Suspense>
      )}
      {results.depth === 'full' && listed.length > 0 ? (
        <section className={mergeClasses(look.column, look.rule)}>
          <div className={look.between}>
            <h2 ref={heading} tabIndex={-1} className={mergeClasses(look.section, styles.heading)}>
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
            <QuestionPicture
              key={question.question}
              question={question}
              source={source}
              own={own[question.question]}
              answers={answers}
            />
          ))}
          <Pages from={from} count={listed.length} onGo={setFrom} />
        </section>
      ) : null}
      <Suspense>
        <Priorities.Show rating={results.rating} source={source} asked={asked} answers={answers} />
      </Suspense>
    </>
  );
}

function Pages(props: { readonly from: number; readonly count: number; readonly onGo: (from: number) => void }) {
  const { from, count, onGo } = props;
  const look = useLook();
  const { t } = useTranslation('leader');
  if (count <= AT_ONCE) return null;
  return (
    <div className={look.tight}>
      <span className={look.small} role="status">
        {t('picture.place', { from: from + 1, to: Math.min(count, from + AT_ONCE), count })}
      </span>
      <div className={look.ends}>
        <Button
          className={look.turn}
          disabledFocusable={from === 0}
          onClick={() => {
            onGo(Math.max(0, from - AT_ONCE));
          }}
        >
          {t('picture.before')}
        </Button>
        <Button
          className={look.turn}
          disabledFocusable={from + AT_ONCE >= count}
          onClick={() => {
            onGo(from + AT_ONCE);
          }}
        >
          {t('picture.next')}
        </Button>
      </div>
    </div>
  );
}
