import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { revisionOf, useCommand, type ClientError, type View } from '../../app/api.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Card } from '../../app/Section.tsx';
import { AboutFields, isWhole, type About } from './AboutFields.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  send: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Changes what a team is called, where it belongs, whom it leads, and whether it works together. */
export function ChangeTeam({ team }: { readonly team: View<'viewTeam'> }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const change = useCommand('changeTeam');
  const [typed, setTyped] = useState<About | null>(null);
  const [state, setState] = useState<'new' | 'tried' | 'saved'>('new');
  const [problem, setProblem] = useState<ClientError | null>(null);
  const { name, organisation, scope, intact } = team;
  const about = typed ?? { name, organisation, scope, intact };

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setState('tried');
    if (!isWhole(about)) return;
    const changed = await change.run({ params: { team: team.id }, input: about, ifMatch: revisionOf(team) });
    setProblem(changed.ok ? null : changed.error);
    if (!changed.ok) return;
    setTyped(null);
    setState('saved');
  }

  return (
    <Card>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        <AboutFields
          about={about}
          tried={state === 'tried'}
          onChange={(next) => {
            setTyped(next);
            setState('new');
          }}
        />
        {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
        <div className={styles.send}>
          <Button type="submit" disabledFocusable={typed === null || change.running}>
            {t('about.save')}
          </Button>
          <Text role="status" className={styles.quiet}>
            {state === 'saved' ? t('about.saved') : ''}
          </Text>
        </div>
      </form>
    </Card>
  );
}
