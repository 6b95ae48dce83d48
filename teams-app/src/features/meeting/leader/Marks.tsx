import { makeStyles, ToggleButton } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { BallotNotes } from './BallotNotes.tsx';
import { ConsentGate } from './ConsentGate.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { PrivacyLine } from './PrivacyLine.tsx';
import { SaveLine } from './SaveLine.tsx';
import { useBallot } from './use-ballot.ts';

const useStyles = makeStyles({ choice: { minHeight: '36px', flexGrow: 1, flexBasis: '0' } });

const SAME = 1;
const DIFFERENT = 0;

/** Marks each other wording, blind, as the same message or a different one; keyed by its round. */
export function Marks(props: { readonly round: RoundView }) {
  return (
    <ConsentGate round={props.round}>
      <Wordings {...props} />
    </ConsentGate>
  );
}

function Wordings({ round }: { readonly round: RoundView }) {
  const { view, mine } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const ballot = useBallot(round);
  return (
    <section className={look.column}>
      <h2 className={look.title}>{t('marks.title')}</h2>
      <p className={look.quiet}>{mine.sentence ? t('marks.how') : t('marks.how-without')}</p>
      <ul className={look.list}>
        {round.questions.map(({ id, text }) => {
          const answer = ballot.answers[id];
          return (
            <li key={id} className={look.card}>
              {mine.sentence?.id === id ? (
                <>
                  <p className={look.quote}>{text}</p>
                  <p className={look.small}>{t('marks.yours')}</p>
                </>
              ) : (
                <Wording
                  text={text}
                  value={answer?.kind === 'scale' ? answer.value : null}
                  onMark={(value) => {
                    ballot.answer(id, { kind: 'scale', value });
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <SaveLine ballot={ballot} timed={false} />
      <BallotNotes ballot={ballot} round={round} />
      {view.mode === 'named' ? <PrivacyLine round={round} ballot={ballot} /> : null}
    </section>
  );
}

function Wording(props: {
  readonly text: string;
  readonly value: number | null;
  readonly onMark: (value: number) => void;
}) {
  const { text, value, onMark } = props;
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={look.tight}>
      <p id={id} className={look.quote}>
        {text}
      </p>
      <div className={look.actions}>
        {[SAME, DIFFERENT].map((mark) => (
          <ToggleButton
            key={mark}
            className={styles.choice}
            checked={value === mark}
            appearance={value === mark ? 'primary' : 'secondary'}
            onClick={() => {
              onMark(mark);
            }}
          >
            {mark === SAME ? t('marks.same') : t('marks.different')}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
