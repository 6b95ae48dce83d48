import { Button, Field, makeStyles, Textarea, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, type ClientError } from '../../app/api.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import type { Commitment } from './CommitmentLine.tsx';

const STATUSES = ['on-track', 'at-risk', 'done', 'dropped'] as const;
type Status = (typeof STATUSES)[number];

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
  taps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  tap: { minHeight: '36px', minWidth: '0' },
  send: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Says how a commitment stands: one tap is enough, a word can be added. */
export function CheckIn({ commitment }: { readonly commitment: Commitment }) {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'results', 'app']);
  const checkIn = useCommand('checkIn');
  const [note, setNote] = useState<string | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);

  async function say(status: Status): Promise<void> {
    setProblem(null);
    const params = { team: commitment.team, commitment: commitment.id };
    const said = await checkIn.run({ params, input: { status, note: note ?? '' } });
    if (said.ok) setNote(null);
    else setProblem(said.error);
  }

  return (
    <div className={styles.whole}>
      <div
        role="group"
        aria-label={t('home:commitment.check-in', { sentence: commitment.sentence })}
        className={styles.taps}
      >
        {STATUSES.map((status) => (
          <ToggleButton
            key={status}
            size="small"
            className={styles.tap}
            checked={commitment.status === status}
            disabledFocusable={checkIn.running}
            onClick={() => void say(status)}
          >
            {t(`results:status.${status}`)}
          </ToggleButton>
        ))}
        {note === null ? (
          <Button size="small" appearance="transparent" className={styles.tap} onClick={() => setNote('')}>
            {t('home:commitment.note')}
          </Button>
        ) : null}
      </div>
      {note === null ? null : (
        <Field label={t('home:commitment.note.label')}>
          <Textarea value={note} maxLength={500} onChange={(_event, data) => setNote(data.value)} />
        </Field>
      )}
      {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
    </div>
  );
}
