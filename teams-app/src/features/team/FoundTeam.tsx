import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, type ClientError } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Card } from '../../app/Section.tsx';

const SCOPES = ['organisation', 'department', 'team'] as const;
const ROLES = ['leader', 'coach'] as const;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  send: { alignSelf: 'start' },
});

/** Starts a team, with its maker as the first member. */
export default function FoundTeam() {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'app']);
  const [, go] = useLocation();
  const found = useCommand('foundTeam');
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('organisation');
  const [intact, setIntact] = useState(true);
  const [myTitle, setMyTitle] = useState('');
  const [myRole, setMyRole] = useState<(typeof ROLES)[number]>('leader');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || organisation.trim() === '') return;
    setProblem(null);
    const made = await found.run({ params: {}, key, input: { name, organisation, scope, intact, myTitle, myRole } });
    if (made.ok) go(`/teams/${made.value.value.id}`, { replace: true });
    else setProblem(made.error);
  }

  function missing(text: string): { readonly validationMessage?: string } {
    return tried && text.trim() === '' ? { validationMessage: t('home:found.missing') } : {};
  }

  return (
    <Page
      title={t('home:found.title')}
      lead={t('home:found.lead')}
      back={{ to: '/', label: t('app:page.home') }}
      width="narrow"
    >
      <Card>
        <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
          <Field label={t('home:found.name')} hint={t('home:found.name.hint')} required {...missing(name)}>
            <Input value={name} maxLength={80} onChange={(_event, data) => setName(data.value)} />
          </Field>
          <Field label={t('home:found.organisation')} required {...missing(organisation)}>
            <Input value={organisation} maxLength={80} onChange={(_event, data) => setOrganisation(data.value)} />
          </Field>
          <Field label={t('home:found.scope')}>
            <RadioGroup
              value={scope}
              onChange={(_event, data) => setScope(SCOPES.find((one) => one === data.value) ?? scope)}
            >
              {SCOPES.map((one) => (
                <Radio key={one} value={one} label={t(`home:found.scope.${one}`)} />
              ))}
            </RadioGroup>
          </Field>
          <Checkbox
            label={t('home:found.intact')}
            checked={intact}
            onChange={(_event, data) => setIntact(data.checked === true)}
          />
          <Field label={t('home:found.my-role')}>
            <RadioGroup
              value={myRole}
              onChange={(_event, data) => setMyRole(ROLES.find((one) => one === data.value) ?? myRole)}
            >
              {ROLES.map((one) => (
                <Radio key={one} value={one} label={t(`home:found.my-role.${one}`)} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t('home:found.my-title')} hint={t('home:found.my-title.hint')}>
            <Input value={myTitle} maxLength={80} onChange={(_event, data) => setMyTitle(data.value)} />
          </Field>
          {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
          <Button type="submit" appearance="primary" className={styles.send} disabledFocusable={found.running}>
            {t('home:found.go')}
          </Button>
        </form>
      </Card>
    </Page>
  );
}
