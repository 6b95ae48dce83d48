import { Badge, Link, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../app/api.ts';
import { useServerNow } from '../../app/live.ts';
import { DAY } from '@plumbline/shared/kernel/instant';
import { Card, Section } from '../../app/Section.tsx';
import { DimensionProfile } from '../../charts/DimensionProfile.tsx';
import { sampleStanding } from './sample-team.ts';
import { standing } from './team-figures.ts';
import { standSentence, whereWeStand } from '@plumbline/shared/figures/where-we-stand';

const useStyles = makeStyles({
  sentence: { ...typographyStyles.subtitle1, margin: 0, textWrap: 'balance' },
  inside: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  begin: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  start: { alignSelf: 'start' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '60ch' },
  sample: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** One sentence and one picture of where the team stands; before the first result, what one looks like. */
export function Standing({ team, plan }: { readonly team: View<'viewTeam'>; readonly plan: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const [, go] = useLocation();
  const figure = standing(team);
  if (figure !== null) {
    return (
      <Section title={t('stand')}>
        <Card>
          <div className={styles.inside}>
            <StandSentence dimensions={team.trend.at(-1)?.dimensions ?? []} />
            <DimensionProfile figure={figure} size="page" heading="silent" />
          </div>
        </Card>
      </Section>
    );
  }
  if (team.withheld) return <Withheld />;
  const isFirst = team.meetings.length === 0;
  const leaders = team.members.filter(({ role }) => role === 'leader').length;
  return (
    <Section title={t('stand')}>
      <Card>
        <div className={styles.inside}>
          <div className={styles.begin}>
            <p className={styles.sentence}>{t(isFirst ? 'first.title' : 'waiting.title')}</p>
            <Text className={styles.quiet}>
              {isFirst ? t(plan === null ? 'first.detail.others' : 'first.detail') : t('waiting.detail')}
            </Text>
            {isFirst && leaders < team.minimumGroup ? (
              <Text className={styles.quiet}>
                {t('first.people', { leaders, needed: team.minimumGroup })}{' '}
                {team.abilities.manage ? (
                  <Link as="button" inline onClick={() => go(`/teams/${team.id}/members`)}>
                    {t('first.people.go')}
                  </Link>
                ) : null}
              </Text>
            ) : null}
            {isFirst ? plan : null}
          </div>
          <Sample />
        </div>
      </Card>
    </Section>
  );
}

/** What a contract keeps from a sponsor is not spoken of as if it were not there. */
function Withheld() {
  const styles = useStyles();
  const { t } = useTranslation('team');
  return (
    <Section title={t('stand')}>
      <Card>
        <div className={styles.begin}>
          <p className={styles.sentence}>{t('withheld.title')}</p>
          <Text className={styles.quiet}>{t('withheld.detail')}</Text>
        </div>
      </Card>
    </Section>
  );
}

function Sample() {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const now = useServerNow(DAY);
  const figure = sampleStanding({ team: t('sample.team'), meeting: t('sample.meeting'), date: now });
  return (
    <div className={styles.sample}>
      <Badge appearance="tint" color="informative" size="large" className={styles.start}>
        {t('sample')}
      </Badge>
      <DimensionProfile figure={figure} size="page" heading="finding" />
    </div>
  );
}

/** The one sentence on top: a rule with its names, never a judgement. */
function StandSentence({ dimensions }: { readonly dimensions: View<'viewTeam'>['trend'][number]['dimensions'] }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const { key, values } = standSentence(whereWeStand(dimensions), ({ names, more }) =>
    more === 0 ? names : [...names, t('stand.more', { count: more })],
  );
  return <p className={styles.sentence}>{t(key, values)}</p>;
}
