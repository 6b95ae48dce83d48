import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowLeftRegular,
  ArrowRightRegular,
  CircleFilled,
  CircleHalfFillRegular,
  CircleRegular,
} from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { BallotAnswers } from './ballot-draft.ts';
import { useLook } from './look.ts';
import { emptyPlaces, stretches, type Stretch } from './progress.ts';

const useStyles = makeStyles({
  // Ten dimensions fit side by side at 280 px.
  nav: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, 25px)' },
  dot: { minWidth: '25px', width: '25px', height: '36px', paddingInline: 0 },
  here: {
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
    borderEndStartRadius: 0,
    borderEndEndRadius: 0,
  },
  item: { justifyContent: 'start', textAlign: 'start', width: '100%', minHeight: '36px' },
});

/** One dot a dimension: empty, begun or whole; pressing one goes to its first question. */
export function StretchDots(props: {
  readonly round: RoundView;
  readonly dimensions: MeetingView['dimensions'];
  readonly answers: BallotAnswers;
  readonly place: number;
  readonly onGo: (place: number) => void;
}) {
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const all = stretches(props.round.questions, props.answers, props.dimensions);
  if (all.length < 2) return null;
  return (
    <nav aria-label={t('ballot.dimensions')} className={styles.nav}>
      {all.map((stretch) => {
        const here = stretch.places.includes(props.place);
        const title = stretch.title ?? t('ballot.ranking-questions');
        return (
          <Button
            key={stretch.id ?? ''}
            appearance="subtle"
            size="small"
            className={mergeClasses(styles.dot, here && styles.here)}
            icon={<StretchIcon state={stretch.state} />}
            aria-current={here ? 'step' : undefined}
            aria-label={t(`ballot.stretch.${stretch.state}`, { title })}
            title={title}
            onClick={() => {
              props.onGo(stretch.places[0] ?? 0);
            }}
          />
        );
      })}
    </nav>
  );
}

function StretchIcon({ state }: { readonly state: Stretch['state'] }) {
  switch (state) {
    case 'empty':
      return <CircleRegular />;
    case 'begun':
      return <CircleHalfFillRegular />;
    case 'whole':
      return <CircleFilled />;
  }
}

/** Back and on through a ballot. */
export function BallotSteps(props: {
  readonly place: number;
  readonly last: boolean;
  readonly state: Stretch['state'];
  readonly onGo: (place: number) => void;
}) {
  const look = useLook();
  const { t } = useTranslation('leader');
  return (
    <div className={look.ends}>
      <Button
        appearance="subtle"
        className={look.target}
        icon={<ArrowLeftRegular />}
        disabled={props.place === 0}
        onClick={() => {
          props.onGo(props.place - 1);
        }}
      >
        {t('ballot.back')}
      </Button>
      <Button
        appearance={props.state === 'whole' ? 'primary' : 'secondary'}
        className={look.target}
        icon={<ArrowRightRegular />}
        iconPosition="after"
        onClick={() => {
          props.onGo(props.place + 1);
        }}
      >
        {props.last ? t('ballot.to-end') : t(props.state === 'empty' ? 'ballot.skip' : 'ballot.next')}
      </Button>
    </div>
  );
}

/** The end of a ballot: what is still empty, and no button that would make it final. */
export function BallotEnd(props: {
  readonly round: RoundView;
  readonly answers: BallotAnswers;
  readonly onGo: (place: number) => void;
  readonly onDone: () => void;
}) {
  const { round, answers, onGo, onDone } = props;
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const empty = emptyPlaces(round.questions, answers);
  return (
    <div className={look.column}>
      <h2 className={look.title} tabIndex={-1} data-question="">
        {empty.length === 0 ? t('ballot.end.whole') : t('ballot.end.empty', { count: empty.length })}
      </h2>
      <p className={look.quiet}>{t('ballot.end.editable')}</p>
      {empty.length > 0 ? (
        <ul className={look.list}>
          {empty.map((place) => (
            <li key={place}>
              <Button
                className={styles.item}
                onClick={() => {
                  onGo(place);
                }}
              >
                {round.questions[place]?.text}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={look.ends}>
        <Button
          appearance="subtle"
          className={look.target}
          icon={<ArrowLeftRegular />}
          onClick={() => {
            onGo(round.questions.length - 1);
          }}
        >
          {t('ballot.back')}
        </Button>
        <Button appearance="primary" className={look.target} onClick={onDone}>
          {t('ballot.done')}
        </Button>
      </div>
    </div>
  );
}
