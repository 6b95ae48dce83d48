import { Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revisionOf, useCommand, type ClientError, type View } from '../../app/api.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Card } from '../../app/Section.tsx';
import { Confirm } from '../../app/Confirm.tsx';

const MOST = 1_000;

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  number: { width: '96px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** From how many answers results are shown; it can only be raised. */
export function MinimumGroup({ team }: { readonly team: View<'viewTeam'> }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const raise = useCommand('raiseMinimumGroup');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const leaders = team.members.filter(({ role }) => role === 'leader').length;
  const value = Math.max(readWhole(typed ?? '') ?? 0, team.minimumGroup);

  async function send(): Promise<void> {
    const input = { minimumGroup: value };
    const raised = await raise.run({ params: { team: team.id }, input, ifMatch: revisionOf(team) });
    setProblem(raised.ok ? null : raised.error);
    if (raised.ok) setTyped(null);
  }

  return (
    <Card>
      <div className={styles.whole}>
        <Text className={styles.quiet}>{t('minimum.detail')}</Text>
        {team.abilities.manage ? (
          <div className={styles.row}>
            <Field label={t('minimum.label')}>
              <Input
                type="number"
                className={styles.number}
                value={typed ?? String(team.minimumGroup)}
                min={team.minimumGroup}
                max={MOST}
                onChange={(_event, data) => setTyped(data.value)}
              />
            </Field>
            {value > team.minimumGroup ? (
              <Confirm
                action={t('minimum.raise', { count: value })}
                question={t('minimum.sure', { count: value })}
                yes={t('minimum.raise', { count: value })}
                running={raise.running}
                onYes={() => void send()}
              />
            ) : null}
          </div>
        ) : (
          <Text weight="semibold">{t('minimum', { count: team.minimumGroup })}</Text>
        )}
        {value > team.minimumGroup && value > leaders ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('minimum.warning', { count: leaders })}</MessageBarBody>
          </MessageBar>
        ) : null}
        {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
      </div>
    </Card>
  );
}

/** A whole number as somebody types it; `null` for anything else. */
function readWhole(typed: string): number | null {
  return /^\d{1,4}$/.test(typed.trim()) ? Math.min(Number(typed), MOST) : null;
}
