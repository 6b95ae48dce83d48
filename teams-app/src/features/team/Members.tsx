import { Select, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revisionOf, useCommand, useMe, useView, type ClientError, type View } from '../../app/api.ts';
import { useLive } from '../../app/live.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Pending } from '../../app/screens.tsx';
import { CardList, Section } from '../../app/Section.tsx';
import { AddFromTeams } from './AddFromTeams.tsx';
import { AddMember } from './AddMember.tsx';
import { Confirm } from '../../app/Confirm.tsx';
import { ChangeTeam } from './ChangeTeam.tsx';
import { groupNames, MemberGroup } from './MemberGroup.tsx';
import { MinimumGroup } from './MinimumGroup.tsx';
import { ROLES } from './roles.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  who: { display: 'flex', flexDirection: 'column', flex: '1 1 200px', minWidth: 0 },
  // Beside the button at 280 px.
  role: { minWidth: '112px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type TeamView = View<'viewTeam'>;

/** Who is in the team, as what, and from how many answers its results are shown. */
export default function Members({ team: id }: { readonly team: string }) {
  const { t } = useTranslation(['team', 'app']);
  const view = useView('viewTeam', { team: id });
  useLive([id]);
  if (view.data === undefined) return <Pending view={view} what={t('app:loading.team')} />;
  const team = view.data;
  return (
    <Page
      title={t('team:members.title')}
      lead={t('team:members.lead')}
      back={{ to: `/teams/${team.id}`, label: team.name }}
      width="narrow"
    >
      <Section title={t('team:members.link', { count: team.members.length })}>
        <CardList items={team.members} keyOf={(member) => member.person}>
          {(member) => <MemberRow team={team} member={member} />}
        </CardList>
      </Section>
      {team.abilities.manage ? (
        <Section title={t('team:members.add')}>
          {team.abilities.viewDirectory ? <AddFromTeams team={team} /> : null}
          <AddMember team={team.id} groups={groupNames(team.members)} />
        </Section>
      ) : null}
      {team.abilities.manage ? (
        <Section title={t('team:about.title')}>
          <ChangeTeam team={team} />
        </Section>
      ) : null}
      <Section title={t('team:minimum.title')}>
        <MinimumGroup team={team} />
      </Section>
    </Page>
  );
}

function MemberRow({ team, member }: { readonly team: TeamView; readonly member: TeamView['members'][number] }) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results']);
  const me = useMe();
  const changeRole = useCommand('changeRole');
  const removeMember = useCommand('removeMember');
  const [problem, setProblem] = useState<ClientError | null>(null);
  const { person, name, title, role } = member;
  const params = { team: team.id, person };
  const isMe = person === me.person;

  async function change(value: string): Promise<void> {
    const chosen = ROLES.find((one) => one === value);
    if (chosen === undefined || chosen === role) return;
    const changed = await changeRole.run({ params, input: { role: chosen }, ifMatch: revisionOf(team) });
    setProblem(changed.ok ? null : changed.error);
  }

  async function remove(): Promise<void> {
    const removed = await removeMember.run({ params, ifMatch: revisionOf(team) });
    if (!removed.ok) setProblem(removed.error);
  }

  return (
    <>
      <div className={styles.row}>
        <div className={styles.who}>
          <Text weight="semibold">{isMe ? `${name} (${t('team:members.you')})` : name}</Text>
          <Text size={200} className={styles.quiet}>
            {title}
          </Text>
          <MemberGroup team={team} member={member} onProblem={setProblem} />
        </div>
        {team.abilities.manage ? (
          <>
            <Select
              className={styles.role}
              aria-label={t('team:members.role-of', { name })}
              value={role}
              disabled={changeRole.running}
              onChange={(_event, data) => void change(data.value)}
            >
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`results:role.${one}`)}
                </option>
              ))}
            </Select>
            <Confirm
              action={t('team:members.remove')}
              label={t('team:members.remove-of', { name })}
              question={t('team:members.remove.sure', { name })}
              yes={t('team:members.remove.yes')}
              running={removeMember.running}
              onYes={() => void remove()}
            />
          </>
        ) : (
          <Text className={styles.quiet}>{t(`results:role.${role}`)}</Text>
        )}
      </div>
      {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
    </>
  );
}
