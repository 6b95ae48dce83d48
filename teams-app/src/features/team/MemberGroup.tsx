import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { revisionOf, useCommand, type ClientError, type View } from '../../app/api.ts';
import { GroupInput } from './GroupInput.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, width: '100%' },
  input: { flex: '1 1 140px', minWidth: 0 },
  start: { alignSelf: 'start', minWidth: 0, paddingInline: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type TeamView = View<'viewTeam'>;

/** Which group a member is in; whoever manages the team opens a line to change it. */
export function MemberGroup({
  team,
  member,
  onProblem,
}: {
  readonly team: TeamView;
  readonly member: TeamView['members'][number];
  readonly onProblem: (problem: ClientError | null) => void;
}) {
  const styles = useStyles();
  const { t } = useTranslation('team');
  const change = useCommand('changeGroup');
  const [typed, setTyped] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const open = typed !== null;
  const wasOpen = useRef(false);

  useEffect(() => {
    // Into the line when it opens, and back to what opened it.
    if (open || wasOpen.current) place.current?.querySelector<HTMLElement>(open ? 'input' : 'button')?.focus();
    wasOpen.current = open;
  }, [open]);

  const { person, name, group } = member;
  const label = group === '' ? t('members.group.add') : t('members.group.is', { group });
  if (!team.abilities.manage) {
    return group === '' ? null : (
      <Text size={200} className={styles.quiet}>
        {t('members.group.is', { group })}
      </Text>
    );
  }
  if (typed === null) {
    return (
      <div ref={place}>
        <Button
          appearance="transparent"
          size="small"
          className={styles.start}
          aria-label={t('members.group.change-of', { label, name })}
          onClick={() => setTyped(group)}
        >
          {label}
        </Button>
      </div>
    );
  }

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const params = { team: team.id, person };
    const changed = await change.run({ params, input: { group: typed ?? '' }, ifMatch: revisionOf(team) });
    onProblem(changed.ok ? null : changed.error);
    if (changed.ok) setTyped(null);
  }

  return (
    <div ref={place}>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        <GroupInput
          className={styles.input}
          aria-label={t('members.group-of', { name })}
          placeholder={t('members.group.none')}
          value={typed}
          groups={groupNames(team.members)}
          onChange={setTyped}
        />
        <Button type="submit" size="small" disabledFocusable={change.running}>
          {t('members.group.save')}
        </Button>
        <Button appearance="subtle" size="small" onClick={() => setTyped(null)}>
          {t('members.group.cancel')}
        </Button>
      </form>
    </div>
  );
}

/** The groups that a team has, each once, by name. */
export function groupNames(members: readonly { readonly group: string }[]): readonly string[] {
  return [...new Set(members.map(({ group }) => group))].filter((group) => group !== '').sort();
}
