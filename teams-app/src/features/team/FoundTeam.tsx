import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, type ClientError } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Card } from '../../app/Section.tsx';
import { AboutFields, isWhole, type About } from './AboutFields.tsx';

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
  const [about, setAbout] = useState<About>({ name: '', organisation: '', scope: 'organisation', intact: true });
  const [myTitle, setMyTitle] = useState('');
  const [myRole, setMyRole] = useState<(typeof ROLES)[number]>('leader');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!isWhole(about)) return;
    setProblem(null);
    const made = await found.run({ params: {}, key, input: { ...about, myTitle, myRole } });
    if (made.ok) go(`/teams/${made.value.value.id}`, { replace: true });
    else setProblem(made.error);
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
          <AboutFields about={about} tried={tried} onChange={setAbout} />
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
