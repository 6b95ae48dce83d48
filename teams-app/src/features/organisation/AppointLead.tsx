import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, type ClientError, type View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';

type Team = View<'viewOrganisationTeams'>['teams'][number];

const ROLES = ['leader', 'coach'] as const;

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Gives the lead of a team that nobody leads any more to one of its members; shown where that can be done. */
export function AppointLead({ team, onAppointed }: { readonly team: Team; readonly onAppointed: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation(['organisation', 'results']);
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState('');
  if (done !== '') return <Text role="status">{t('organisation:appoint.done', { name: done, team: team.name })}</Text>;
  if (team.candidates.length === 0) return null;
  if (!isOpen) {
    const label = `${t('organisation:appoint')}: ${team.name}`;
    return (
      <div className={styles.form}>
        <Button size="small" aria-label={label} onClick={() => setOpen(true)}>
          {t('organisation:appoint')}
        </Button>
      </div>
    );
  }
  return (
    <Form
      team={team}
      onLeft={() => setOpen(false)}
      onDone={(name) => {
        setDone(name);
        onAppointed();
      }}
    />
  );
}

function Form(props: { readonly team: Team; readonly onLeft: () => void; readonly onDone: (name: string) => void }) {
  const { team } = props;
  const styles = useStyles();
  const { t } = useTranslation(['organisation', 'results']);
  const format = useFormat();
  const appoint = useCommand('appointLead');
  const [who, setWho] = useState(team.candidates[0]?.person ?? null);
  const [role, setRole] = useState<(typeof ROLES)[number]>('leader');
  const [problem, setProblem] = useState<ClientError | null>(null);

  async function send(): Promise<void> {
    if (who === null || appoint.running) return;
    const reply = await appoint.run({ params: { team: team.id }, input: { person: who, role } });
    if (reply.ok) props.onDone(reply.value.value.lead.name);
    else setProblem(reply.error);
  }

  return (
    <div className={styles.form}>
      <Text>{t('organisation:appoint.why', { team: team.name })}</Text>
      <Field label={t('organisation:appoint.who')}>
        <Select
          value={who ?? ''}
          onChange={(_event, { value }) =>
            setWho(team.candidates.find(({ person }) => person === value)?.person ?? null)
          }
        >
          {team.candidates.map(({ person, name, role: now }) => (
            <option key={person} value={person}>
              {t('organisation:appoint.member', { name, role: format.inside(t(`results:role.${now}`)) })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('organisation:appoint.as')}>
        <Select value={role} onChange={(_event, { value }) => setRole(ROLES.find((one) => one === value) ?? 'leader')}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`results:role.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button disabledFocusable={appoint.running} onClick={() => void send()}>
          {t('organisation:appoint.go')}
        </Button>
        <Button appearance="subtle" onClick={props.onLeft}>
          {t('organisation:appoint.back')}
        </Button>
      </div>
      {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
    </div>
  );
}
