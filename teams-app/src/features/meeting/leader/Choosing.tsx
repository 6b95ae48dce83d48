import { makeStyles, tokens, ToggleButton, typographyStyles, mergeClasses } from '@fluentui/react-components';
import { CircleFilled, CircleRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { importanceFigure } from '@plumbline/shared/figures/importance';
import { useView } from '../../../app/api.ts';
import { ImportanceMap } from '../../../charts/ImportanceMap.tsx';
import { BallotNotes } from './BallotNotes.tsx';
import { ConsentGate } from './ConsentGate.tsx';
import { figureSource } from './figure-source.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { fitting, toggled } from './picks.ts';
import { PrivacyLine } from './PrivacyLine.tsx';
import type { Question } from './progress.ts';
import { SaveLine } from './SaveLine.tsx';
import { ratingIsShown } from './screen-now.ts';
import { useBallot } from './use-ballot.ts';

const useStyles = makeStyles({
  choice: {
    ...typographyStyles.body1,
    minHeight: '36px',
    width: '100%',
    justifyContent: 'start',
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  left: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Three dots on what should be talked about, beside the map of what matters and what divides. */
export function Choosing({ dots }: { readonly dots: RoundView | null }) {
  const { view, layout } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const results = useView('viewResults', { meeting: view.id }, { enabled: ratingIsShown(view) });
  const rating = results.data?.rating;
  const question = dots?.questions[0];
  const map =
    results.data && rating ? (
      <ImportanceMap
        figure={importanceFigure({ source: figureSource(view, results.data), dimensions: rating.dimensions })}
        size={layout}
        level={2}
      />
    ) : null;
  return (
    <>
      {map && layout === 'panel' ? (
        <details>
          <summary className={look.fold}>{t('choose.map')}</summary>
          {map}
        </details>
      ) : (
        map
      )}
      {dots && question?.kind === 'dots' ? (
        <ConsentGate round={dots}>
          <Dots key={dots.id} round={dots} question={question} />
        </ConsentGate>
      ) : (
        <p className={look.quiet}>{t('choose.wait')}</p>
      )}
    </>
  );
}

function Dots(props: { readonly round: RoundView; readonly question: Extract<Question, { kind: 'dots' }> }) {
  const { round, question } = props;
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const ballot = useBallot(round);
  const given = ballot.answers[question.id];
  const offered = question.options.map(({ id }) => id);
  const on = fitting(given?.kind === 'dots' ? given.on : [], offered, question.dots);
  const left = question.dots - on.length;
  const groups = view.dimensions
    .map(({ id, title, questions }) => ({
      id,
      title,
      options: question.options.filter((option) => questions.includes(option.id)),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <section className={look.column}>
      <h2 className={look.title}>{question.text}</h2>
      <div className={mergeClasses(look.between, styles.left)}>
        <p className={look.quiet} role="status">
          {left === 0 ? t('choose.none-left') : t('choose.left', { count: left })}
        </p>
        <SaveLine ballot={ballot} timed={false} />
      </div>
      <BallotNotes ballot={ballot} round={round} />
      {groups.map(({ id, title, options }) => (
        <section key={id} className={look.tight}>
          <h3 className={look.strong}>{title}</h3>
          {options.map((option) => {
            const picked = on.includes(option.id);
            return (
              <ToggleButton
                key={option.id}
                className={styles.choice}
                checked={picked}
                appearance={picked ? 'primary' : 'secondary'}
                disabledFocusable={!picked && left === 0}
                icon={picked ? <CircleFilled /> : <CircleRegular />}
                onClick={() => {
                  ballot.answer(question.id, { kind: 'dots', on: [...toggled(on, option.id, question.dots)] });
                }}
              >
                {option.text}
              </ToggleButton>
            );
          })}
        </section>
      ))}
      <p className={look.small}>{view.mode === 'named' ? t('named.dots') : t('choose.editable')}</p>
      {view.mode === 'named' ? <PrivacyLine round={round} ballot={ballot} /> : null}
    </section>
  );
}
