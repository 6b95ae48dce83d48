import { makeStyles, tokens, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What was promised when the meeting opened, and nobody can change since; in a named one, what is agreed to. */
export function Terms() {
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const kept = view.keptMonths === null ? null : <li>{t('terms.kept', { count: view.keptMonths })}</li>;
  if (view.mode === 'named') {
    return (
      <ul className={mergeClasses(look.text, styles.list)}>
        <li>{t('named.terms.who')}</li>
        <li>{t('named.terms.after')}</li>
        <li>{t('named.terms.sponsor')}</li>
        <GroupTerms />
        <li>{t('named.terms.before')}</li>
        <li>{t('named.terms.notes')}</li>
        {kept}
        <li>{t('terms.frozen')}</li>
      </ul>
    );
  }
  return (
    <ul className={mergeClasses(look.text, styles.list)}>
      <li>{t('terms.own')}</li>
      <li>{t('terms.minimum', { minimum: view.minimumGroup })}</li>
      <li>{t('terms.readers')}</li>
      <GroupTerms />
      <li>{t('terms.now')}</li>
      <li>{t('terms.after')}</li>
      <li>{t('terms.backups')}</li>
      {kept}
      <li>{t('terms.frozen')}</li>
    </ul>
  );
}

/** That results are also shown by group, which groups those could be, and which is one's own. */
function GroupTerms() {
  const { view } = useLeader();
  const { t } = useTranslation('leader');
  if (view.groups.length === 0) return null;
  const could = view.groups.filter(({ held }) => held === null).map(({ group }) => group);
  const never = view.groups.filter(({ held }) => held !== null).map(({ group }) => group);
  const mine = view.groups.find((group) => group.mine);
  const rule = t(view.mode === 'named' ? 'groups.named' : 'groups.rule', { minimum: view.minimumGroup });
  return (
    <li>
      {rule}
      {could.length === 0 ? ` ${t('groups.none')}` : ` ${t('groups.could', { groups: could })}`}
      {could.length === 0 || never.length === 0 ? null : ` ${t('groups.never', { groups: never })}`}
      {mine === undefined ? null : ` ${t('groups.mine', { group: mine.group })}`}
    </li>
  );
}
