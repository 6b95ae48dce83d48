import { Link, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { Card, Section } from '../../../app/Section.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  terms: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  promise: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** Who is asked, with a warning where too few are, and what they are promised. */
export function Audience({ team }: { readonly team: View<'viewTeam'> }) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const [, go] = useLocation();
  const leaders = team.members.filter(({ role }) => role === 'leader');
  const count = leaders.length;
  const minimum = team.minimumGroup;
  return (
    <Section title={t('who')}>
      <Card>
        <div className={styles.column}>
          <Text weight="semibold">{t('who.leaders', { count, team: team.name })}</Text>
          {count === 0 ? null : <Text className={styles.quiet}>{format.list(leaders.map(({ name }) => name))}</Text>}
          {count < minimum ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('who.few', { count, minimum })}</MessageBarBody>
            </MessageBar>
          ) : null}
          {count === minimum ? <Text>{t('who.exact')}</Text> : null}
          <Link as="button" onClick={() => go(`/teams/${team.id}/members`)}>
            {t('who.members')}
          </Link>
          <Text weight="semibold" className={styles.promise}>
            <LockClosedRegular />
            {t('terms')}
          </Text>
          <ul className={styles.terms}>
            <li>{t('terms.own')}</li>
            <li>{t('terms.minimum', { minimum })}</li>
            <li>{t('terms.sponsor')}</li>
            <li>{t('terms.after')}</li>
            <li>{t('terms.frozen')}</li>
          </ul>
        </div>
      </Card>
    </Section>
  );
}
