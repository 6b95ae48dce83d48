import {
  Button,
  Field,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { LockClosedRegular, PeopleEyeRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { FEWEST_NAMED, type Mode } from '@plumbline/shared/domain/meeting/meeting';
import type { View } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { Card, Section } from '../../../app/Section.tsx';
import { Choice } from './Choice.tsx';
import { MorePeople, NamelessOnly } from './MorePeople.tsx';
import { modesFor } from './plan-draft.ts';
import type { Naming } from './use-naming.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  terms: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  promise: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

interface Choosing {
  readonly team: View<'viewTeam'>;
  /** The plan as it is saved, `null` before that. */
  readonly meeting: View<'viewMeeting'> | null;
  readonly format: 'meeting' | 'pulse';
  readonly mode: Mode;
  readonly naming: Naming;
  readonly refetch: () => Promise<View<'viewMeeting'> | null>;
  readonly onChange: (mode: Mode) => void;
}

/** Who is asked, with or without names, with a warning where too few are, and what they are promised. */
export function Audience(choosing: Choosing) {
  const { team, mode, onChange } = choosing;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const [, go] = useLocation();
  const leaders = team.members.filter(({ role }) => role === 'leader');
  const count = leaders.length;
  const minimum = team.minimumGroup;
  const isAround = choosing.meeting?.asks === 'stakeholders';
  return (
    <Section title={t('who')}>
      <Card>
        <div className={styles.column}>
          <Text weight="semibold">
            {isAround
              ? t('who.stakeholders', { count: choosing.meeting.participants?.people ?? 0, team: team.name })
              : t('who.leaders', { count, team: team.name })}
          </Text>
          {count === 0 || isAround ? null : (
            <Text className={styles.quiet}>{format.list(leaders.map(({ name }) => name))}</Text>
          )}
          <Link as="button" onClick={() => go(`/teams/${team.id}/members`)}>
            {t('who.members')}
          </Link>
          <Field label={t('mode')}>
            <RadioGroup value={mode} onChange={(_, { value }) => onChange(value === 'named' ? 'named' : 'anonymous')}>
              <Radio
                value="anonymous"
                label={<Choice name={t('mode.anonymous')} hint={t('mode.anonymous.hint', { minimum })} />}
              />
              {modesFor(choosing.meeting).includes('named') ? (
                <Radio value="named" label={<Choice name={t('mode.named')} hint={t('mode.named.hint')} />} />
              ) : null}
            </RadioGroup>
          </Field>
          <Beside {...choosing} />
          <Enough {...choosing} />
          <Text weight="semibold" className={styles.promise}>
            {mode === 'named' ? <PeopleEyeRegular /> : <LockClosedRegular />}
            {t('terms')}
          </Text>
          <Promises mode={mode} minimum={minimum} />
        </div>
      </Card>
    </Section>
  );
}

/** People beside the team, whom a plan can name once it is saved as an anonymous pulse. */
function Beside({ team, meeting, format, mode, naming, refetch }: Choosing) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  if (format === 'meeting' || meeting?.asks === 'stakeholders') return null;
  if (mode === 'named') return meeting === null ? null : <NamelessOnly meeting={meeting} refetch={refetch} />;
  if (meeting === null || meeting.composition.mode === 'named') {
    return <Text className={styles.quiet}>{t('more.save-first')}</Text>;
  }
  return <MorePeople team={team} meeting={meeting} naming={naming} refetch={refetch} />;
}

/** Whether the leaders there are would see anything, and the choice that would let them. */
function Enough({ team, meeting, mode, onChange }: Choosing) {
  const { t } = useTranslation('compose');
  const beside = meeting?.participants?.people ?? 0;
  const count = team.members.filter(({ role }) => role === 'leader').length;
  const minimum = team.minimumGroup;
  if (mode === 'named') {
    return count >= FEWEST_NAMED ? null : (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('named.few')}</MessageBarBody>
      </MessageBar>
    );
  }
  if (beside > 0 || meeting?.asks === 'stakeholders') return null;
  if (count === minimum) return <Text>{t('who.exact')}</Text>;
  if (count > minimum) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('who.few', { count, minimum })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => onChange('named')}>{t('mode.switch')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Promises({ mode, minimum }: { readonly mode: Mode; readonly minimum: number }) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  if (mode === 'named') {
    return (
      <ul className={styles.terms}>
        <li>{t('named.who')}</li>
        <li>{t('named.withdraw')}</li>
        <li>{t('named.sponsor')}</li>
        <li>{t('named.after')}</li>
        <li>{t('named.frozen')}</li>
      </ul>
    );
  }
  return (
    <ul className={styles.terms}>
      <li>{t('terms.own')}</li>
      <li>{t('terms.minimum', { minimum })}</li>
      <li>{t('terms.sponsor')}</li>
      <li>{t('terms.after')}</li>
      <li>{t('terms.frozen')}</li>
    </ul>
  );
}
