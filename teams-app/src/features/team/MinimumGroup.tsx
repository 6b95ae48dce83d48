import { Field, makeStyles, MessageBar, MessageBarBody, SpinButton, Text, tokens } from '@fluentui/react-components';
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
  const [wanted, setWanted] = useState<number | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const leaders = team.members.filter(({ role }) => role === 'leader').length;
  const value = Math.max(wanted ?? team.minimumGroup, team.minimumGroup);

  async function send(): Promise<void> {
    const input = { minimumGroup: value };
    const raised = await raise.run({ params: { team: team.id }, input, ifMatch: revisionOf(team) });
    setProblem(raised.ok ? null : raised.error);
    if (raised.ok) setWanted(null);
  }

  return (
    <Card>
      <div className={styles.whole}>
        <Text className={styles.quiet}>{t('minimum.detail')}</Text>
        {team.abilities.manage ? (
          <div className={styles.row}>
            <Field label={t('minimum.label')}>
              <SpinButton
                className={styles.number}
                value={value}
                min={team.minimumGroup}
                max={MOST}
                onChange={(_event, data) => setWanted(readWhole(data.value, data.displayValue))}
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

/** What was stepped to, or typed; `null` for what is not a number in range. */
function readWhole(stepped: number | null | undefined, typed: string | undefined): number | null {
  const whole = Math.trunc(stepped ?? Number(typed));
  return Number.isFinite(whole) && whole > 0 ? Math.min(whole, MOST) : null;
}
