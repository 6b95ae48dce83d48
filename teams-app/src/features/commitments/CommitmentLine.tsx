import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';

export type Commitment = View<'viewHome'>['commitments'][number];

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  sentence: { flexGrow: 1, flexBasis: '200px', textWrap: 'pretty' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What a commitment says and where it stands. */
export function CommitmentLine({ commitment }: { readonly commitment: Commitment }) {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'results']);
  const format = useFormat();
  const { owner, due, overdue, question, moved, status } = commitment;
  const last = commitment.checkIns.at(-1);
  return (
    <div className={styles.line}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.sentence}>
          {commitment.sentence}
        </Text>
        <Badge appearance="tint" color={badgeColor(status)} size="large">
          {t(`results:status.${status}`)}
        </Badge>
      </div>
      <Text size={200} weight={overdue ? 'semibold' : 'regular'} className={styles.quiet}>
        {t(overdue ? 'home:commitment.overdue' : 'home:commitment.owner', { name: owner.name, day: format.day(due) })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {t('home:commitment.evidence', { evidence: commitment.evidence })}
      </Text>
      {commitment.displaces === '' ? null : (
        <Text size={200} className={styles.quiet}>
          {t('home:commitment.displaces', { displaces: commitment.displaces })}
        </Text>
      )}
      {question === null ? null : (
        <Text size={200} className={styles.quiet}>
          {[
            t('home:commitment.question', { question: question.text }),
            ...(moved === null ? [] : [t(`results:moved.since.${moved}`)]),
          ].join(' · ')}
        </Text>
      )}
      {last === undefined || last.note === '' ? null : (
        <Text size={200} className={styles.quiet}>
          {t('home:commitment.last-note', {
            status: t(`results:status.${last.status}`),
            date: format.shortDate(last.at),
            note: last.note,
          })}
        </Text>
      )}
    </div>
  );
}

function badgeColor(status: Commitment['status']) {
  switch (status) {
    case 'done':
      return 'success';
    case 'at-risk':
      return 'warning';
    case 'on-track':
      return 'brand';
    case 'open':
    case 'dropped':
      return 'informative';
  }
}
