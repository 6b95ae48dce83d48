import { Button, Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { PeopleTeamAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useView, type ClientError, type View } from '../../app/api.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { PendingPart } from '../../app/screens.tsx';
import { Card } from '../../app/Section.tsx';
import { ROLES, type Role } from './roles.ts';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  people: { display: 'flex', flexDirection: 'column' },
  start: { alignSelf: 'start' },
});

type Team = Pick<View<'viewTeam'>, 'id' | 'members'>;
type Found = View<'viewDirectoryTeam'>['people'][number];

/** Adds people of a team of Microsoft Teams, several at once; nobody is asked until somebody wants that. */
export function AddFromTeams({ team }: { readonly team: Team }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Choice team={team} />;
  return (
    <Card>
      <Button className={styles.start} icon={<PeopleTeamAddRegular />} onClick={() => setOpen(true)}>
        {t('members.from')}
      </Button>
    </Card>
  );
}

function Choice({ team }: { readonly team: Team }) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const view = useView('viewDirectory', { team: team.id });
  const [chosen, setChosen] = useState('');
  if (view.data === undefined) return <PendingPart view={view} what={t('members.from.loading')} />;
  const { teams } = view.data;
  return (
    <Card>
      <div className={styles.room}>
        {teams.length === 0 ? (
          <Text>{t('members.from.none')}</Text>
        ) : (
          <Field label={t('members.from.which')}>
            <Select ref={takeFocus} value={chosen} onChange={(_event, data) => setChosen(data.value)}>
              <option value="">{t('members.from.choose')}</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {chosen === '' ? null : <People key={chosen} team={team} directoryTeam={chosen} />}
      </div>
    </Card>
  );
}

function People({ team, directoryTeam }: { readonly team: Team; readonly directoryTeam: string }) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results']);
  const view = useView('viewDirectoryTeam', { team: team.id, directoryTeam });
  const add = useCommand('addMember');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [role, setRole] = useState<Role>('leader');
  const [added, setAdded] = useState(0);
  const [problem, setProblem] = useState<ClientError | null>(null);
  if (view.data === undefined) return <PendingPart view={view} what={t('team:members.from.people')} />;
  const { people } = view.data;
  const here = new Set<string>(team.members.map(({ person }) => person));
  const wanted = people.filter(({ person }) => picked.includes(person) && !here.has(person));

  async function send(): Promise<void> {
    setProblem(null);
    let done = 0;
    // One after the other: each is an act of its own, and what was done stays where the next one fails.
    for (const { person, name } of wanted) {
      const made = await add.run({ params: { team: team.id }, input: { person, name, title: '', role, group: '' } });
      if (!made.ok) {
        setProblem(made.error);
        break;
      }
      done += 1;
    }
    setAdded(done);
  }

  function nameOf({ name, isGuest }: Found): string {
    return isGuest ? t('team:members.from.guest', { name }) : name;
  }

  return (
    <>
      <div className={styles.people} role="group" aria-label={t('team:members.from.who')}>
        {people.map((one) => (
          <Checkbox
            key={one.person}
            checked={here.has(one.person) || picked.includes(one.person)}
            disabled={here.has(one.person) || add.running}
            label={here.has(one.person) ? t('team:members.from.here', { name: one.name }) : nameOf(one)}
            onChange={(_event, { checked }) => {
              setAdded(0);
              setPicked(checked === true ? [...picked, one.person] : picked.filter((other) => other !== one.person));
            }}
          />
        ))}
      </div>
      <Field label={t('team:members.add.role')}>
        <Select value={role} onChange={(_event, data) => setRole(ROLES.find((known) => known === data.value) ?? role)}>
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {t(`results:role.${known}`)}
            </option>
          ))}
        </Select>
      </Field>
      {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
      <Text role="status">{added === 0 ? null : t('team:members.from.added', { count: added })}</Text>
      <Button
        appearance="primary"
        className={styles.start}
        disabledFocusable={add.running || wanted.length === 0}
        onClick={() => void send()}
      >
        {t('team:members.from.go', { count: wanted.length })}
      </Button>
    </>
  );
}

/** The button that was pressed is gone: whoever came by keyboard goes on at what took its place. */
function takeFocus(element: HTMLSelectElement | null): void {
  element?.focus();
}
