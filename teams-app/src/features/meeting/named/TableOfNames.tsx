import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { partOf } from '../../../app/part.tsx';
import type { NamedAnswers } from './by-point.ts';

const WhoTable = partOf(async () => (await import('./WhoTable.tsx')).WhoTable);

const useStyles = makeStyles({
  fold: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    paddingBlock: '8px',
  },
});

/** Who answered what on one question of a named meeting, a fold away. */
export function TableOfNames(props: {
  readonly question: RoundView['questions'][number];
  readonly answers: NamedAnswers;
}) {
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const [open, setOpen] = useState(false);
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.fold}>{t('who.table')}</summary>
      {open ? (
        <Suspense>
          <WhoTable.Show {...props} />
        </Suspense>
      ) : null}
    </details>
  );
}
