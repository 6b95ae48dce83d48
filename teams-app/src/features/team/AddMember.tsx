import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { PersonSearchRegular } from '@fluentui/react-icons';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { makeId } from '@plumbline/shared/kernel/ids';
import { useCommand, type ClientError } from '../../app/api.ts';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Card } from '../../app/Section.tsx';
import { canPickPeople, pickPerson } from '../../host/people.ts';
import { readDirectoryId } from './directory-id.ts';
import { GroupInput } from './GroupInput.tsx';
import { ROLES, type Role } from './roles.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
  start: { alignSelf: 'start' },
});

const EMPTY = { id: '', name: '', title: '', role: 'leader' as Role, group: '' };

/** Adds somebody of the directory; where the host can't show it, by the account's object id. */
export function AddMember({ team, groups }: { readonly team: string; readonly groups: readonly string[] }) {
  const styles = useStyles();
  const { t } = useTranslation(['team', 'results']);
  const add = useCommand('addMember');
  const [person, setPerson] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const id = readDirectoryId(person.id);

  async function pick(): Promise<void> {
    const picked = await pickPerson(t('team:members.add'));
    if (picked !== null) setPerson({ ...person, ...picked });
  }

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    setAdded(null);
    const name = person.name.trim();
    if (id === null || name === '') return;
    const { title, role, group } = person;
    const input = { person: makeId('person', id), name, title, role, group };
    const made = await add.run({ params: { team }, input });
    setProblem(made.ok ? null : made.error);
    if (!made.ok) return;
    setAdded(name);
    setPerson(EMPTY);
    setTried(false);
  }

  return (
    <Card>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        {canPickPeople() ? (
          <Button className={styles.start} icon={<PersonSearchRegular />} onClick={() => void pick()}>
            {t('team:members.add.pick')}
          </Button>
        ) : null}
        <Field
          label={t('team:members.add.id')}
          hint={t('team:members.add.id.hint')}
          required
          {...(tried && id === null ? { validationMessage: t('team:members.add.id.wrong') } : {})}
        >
          <Input
            value={person.id}
            maxLength={80}
            onChange={(_event, data) => setPerson({ ...person, id: data.value })}
          />
        </Field>
        <div className={styles.pair}>
          <Field
            label={t('team:members.add.name')}
            required
            {...(tried && person.name.trim() === '' ? { validationMessage: t('team:members.missing') } : {})}
          >
            <Input
              value={person.name}
              maxLength={80}
              onChange={(_event, data) => setPerson({ ...person, name: data.value })}
            />
          </Field>
          <Field label={t('team:members.add.title')}>
            <Input
              value={person.title}
              maxLength={80}
              onChange={(_event, data) => setPerson({ ...person, title: data.value })}
            />
          </Field>
          <Field label={t('team:members.group')} hint={t('team:members.group.hint')}>
            <GroupInput value={person.group} groups={groups} onChange={(group) => setPerson({ ...person, group })} />
          </Field>
          <Field label={t('team:members.add.role')}>
            <Select
              value={person.role}
              onChange={(_event, data) =>
                setPerson({ ...person, role: ROLES.find((one) => one === data.value) ?? person.role })
              }
            >
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`results:role.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
        <Text role="status">{added === null ? null : t('team:members.added', { name: added })}</Text>
        <Button type="submit" appearance="primary" className={styles.start} disabledFocusable={add.running}>
          {t('team:members.add.go')}
        </Button>
      </form>
    </Card>
  );
}
