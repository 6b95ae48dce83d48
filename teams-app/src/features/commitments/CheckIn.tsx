import { Button, Field, makeStyles, mergeClasses, Textarea, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, type ClientError } from '../../app/api.ts';
import { Confirm } from '../../app/Confirm.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import type { Commitment } from './CommitmentLine.tsx';

/** One tap each; dropping can't be taken back and is asked for once more. */
const TAPS = ['on-track', 'at-risk', 'done'] as const;

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
  taps: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tap: { minHeight: '36px', minWidth: '0' },
  opener: { alignSelf: 'start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Says how a commitment stands: one tap is enough, a word can be added. Others' commitments ask for one tap more. */
export function CheckIn({ commitment }: { readonly commitment: Commitment }) {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'results', 'app']);
  const me = useMe();
  const checkIn = useCommand('checkIn');
  const isOver = commitment.status === 'done' || commitment.status === 'dropped';
  const [open, setOpen] = useState(commitment.owner.person === me.person && !isOver);
  const [note, setNote] = useState<string | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);

  async function say(status: (typeof TAPS)[number] | 'dropped'): Promise<void> {
    setProblem(null);
    const params = { team: commitment.team, commitment: commitment.id };
    const said = await checkIn.run({ params, input: { status, note: note ?? '' } });
    if (said.ok) setNote(null);
    else setProblem(said.error);
  }

  if (!open) {
    return (
      <Button
        appearance="subtle"
        size="small"
        className={mergeClasses(styles.tap, styles.opener)}
        onClick={() => setOpen(true)}
      >
        {t('home:commitment.change')}
      </Button>
    );
  }
  return (
    <div className={styles.whole}>
      {note === null ? null : (
        <Field label={t('home:commitment.note.label')}>
          <Textarea value={note} maxLength={500} onChange={(_event, data) => setNote(data.value)} />
        </Field>
      )}
      <div
        role="group"
        aria-label={t('home:commitment.check-in', { sentence: commitment.sentence })}
        className={styles.taps}
      >
        {TAPS.map((status) => (
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
          <Button size="small" appearance="subtle" className={styles.tap} onClick={() => setNote('')}>
            {t('home:commitment.note')}
          </Button>
        ) : null}
        <Confirm
          size="small"
          action={t('home:commitment.drop.yes')}
          question={t('home:commitment.drop.sure')}
          yes={t('home:commitment.drop.yes')}
          running={checkIn.running}
          onYes={() => void say('dropped')}
        />
      </div>
      {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
    </div>
  );
}
