import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { response } from './findings.ts';
import { useSummary } from './summary-context.ts';

const useStyles = makeStyles({
  list: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 180px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0, '@media (max-width: 520px)': { marginBlockEnd: '12px' } },
});

/** How many answered, how to read it, and what was never shown. */
export function Method() {
  const { view, results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const named = view.mode === 'named';
  const full = results.depth === 'full';
  const minimum = results.rating?.minimumGroup ?? view.minimumGroup;
  const lines = [
    { name: t('method.response'), value: <Response /> },
    ...(named
      ? [{ name: t('named.minimum'), value: t(full ? 'named.minimum-why' : 'named.others', { minimum }) }]
      : []),
    ...(named && full ? [] : [{ name: t('method.minimum'), value: t('method.minimum-why', { minimum }) }]),
    { name: t('method.together'), value: t('method.together-why') },
    ...(view.format === 'meeting' && full
      ? [{ name: t('method.before'), value: t(named ? 'named.before-why' : 'method.before-why') }]
      : []),
    { name: t('method.never'), value: t(named ? 'named.never-why' : 'method.never-why') },
    { name: t('method.after'), value: t(named ? 'named.after' : view.sealed ? 'method.sealed' : 'method.sealing') },
  ];
  return (
    <dl className={styles.list}>
      {lines.flatMap(({ name, value }) => [
        <dt key={`${name} name`} className={styles.name}>
          {name}
        </dt>,
        <dd key={name} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}

function Response() {
  const { view, results } = useSummary();
  const { t } = useTranslation('summary');
  const answered = response(view, results);
  switch (answered.kind) {
    case 'held':
      return t('method.held', { minimum: answered.minimum, invited: answered.invited });
    case 'few':
    case 'enough':
      return t(`method.${answered.kind}`, { ballots: answered.ballots, invited: answered.invited });
    default:
      return assertNever(answered);
  }
}
