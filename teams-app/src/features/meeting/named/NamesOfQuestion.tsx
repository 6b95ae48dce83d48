import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { NamedAnswers } from './by-point.ts';
import { WhoAnswered } from './WhoAnswered.tsx';
import { WhoTable } from './WhoTable.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  fold: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    paddingBlock: '8px',
  },
});

/** Who answered what on one question of a named meeting: on its scale, where it has one, and as a table. */
export function NamesOfQuestion(props: {
  readonly question: RoundView['questions'][number];
  readonly answers: NamedAnswers;
  /** The ends of its scale; `null` for a question that has none. */
  readonly scale: { readonly low: number; readonly high: number } | null;
}) {
  const { question, answers, scale } = props;
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.root}>
      {scale ? <WhoAnswered answers={answers} question={question.id} {...scale} size="small" /> : null}
      <details
        open={open}
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary className={styles.fold}>{t(scale ? 'who.table' : 'who.title')}</summary>
        {open ? <WhoTable question={question} answers={answers} /> : null}
      </details>
    </div>
  );
}
