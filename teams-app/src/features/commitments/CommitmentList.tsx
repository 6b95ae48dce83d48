import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Card, CardList } from '../../app/Section.tsx';
import { byState } from './by-state.ts';
import { CheckIn } from './CheckIn.tsx';
import { CommitmentLine, type Commitment } from './CommitmentLine.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
});

/** Commitments with the way to say how they stand; those that are over are folded away. `none`: what to say of none. */
export function CommitmentList(props: { readonly commitments: readonly Commitment[]; readonly none: string }) {
  const styles = useStyles();
  const { t } = useTranslation('home');
  const { waiting, over } = byState(props.commitments);
  return (
    <>
      {waiting.length === 0 ? (
        <Card>
          <Text className={styles.quiet}>{props.none}</Text>
        </Card>
      ) : (
        <Commitments commitments={waiting} />
      )}
      {over.length === 0 ? null : (
        <details>
          <summary className={styles.summary}>{t('commitments.over', { count: over.length })}</summary>
          <Commitments commitments={over} />
        </details>
      )}
    </>
  );
}

function Commitments({ commitments }: { readonly commitments: readonly Commitment[] }) {
  return (
    <CardList items={commitments} keyOf={(commitment) => commitment.id}>
      {(commitment) => (
        <>
          <CommitmentLine commitment={commitment} />
          {commitment.mayCheckIn ? <CheckIn commitment={commitment} /> : null}
        </>
      )}
    </CardList>
  );
}
