import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { PeopleAddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PARTICIPANTS } from '@plumbline/shared/domain/meeting/meeting';
import { revisionOf, useCommand, type ClientError, type View } from '../../../app/api.ts';
import { Confirm } from '../../../app/Confirm.tsx';
import { useFormat } from '../../../app/format.ts';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useFocusWhenLost } from '../leader/use-focus-when-lost.ts';
import { ListReader } from './ListReader.tsx';
import { ListRead } from './ListRead.tsx';
import type { PeopleList } from './people-list.ts';
import type { Naming } from './use-naming.ts';

type Meeting = View<'viewMeeting'>;

const useStyles = makeStyles({
  column: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalM,
    width: '100%',
    minWidth: 0,
    ':focus-visible': { outline: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  wide: { width: '100%' },
});

interface Planned {
  readonly team: View<'viewTeam'>;
  /** The plan as it is saved. */
  readonly meeting: Meeting;
  readonly naming: Naming;
  readonly refetch: () => Promise<Meeting | null>;
}

/** People whom a pulse asks beside the leaders of its team: how many there are, a list to add, and the way back. */
export function MorePeople({ team, meeting, naming, refetch }: Planned) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const [asked, setAsked] = useState(false);
  const [list, setList] = useState<PeopleList | null>(null);
  const room = useRef<HTMLDivElement>(null);
  const people = meeting.participants?.people ?? 0;
  const leaders = team.members.filter(({ role }) => role === 'leader').map(({ person }) => person);
  const { state } = naming;
  const step = state.status === 'idle' ? (asked ? (list === null ? 'asked' : 'read') : 'none') : state.status;
  useFocusWhenLost(step, room);

  function stop(): void {
    setAsked(false);
    setList(null);
  }

  return (
    <div ref={room} tabIndex={-1} role="group" aria-label={t('more')} className={styles.column}>
      <Text weight="semibold">{t('more')}</Text>
      {state.status === 'idle' ? <Beside people={people} leaders={leaders.length} /> : null}
      {state.status !== 'idle' ? (
        <OnItsWay naming={naming} onLeave={naming.leave} />
      ) : step === 'none' ? (
        <div className={styles.row}>
          <Button icon={<PeopleAddRegular />} onClick={() => setAsked(true)}>
            {t(people === 0 ? 'more.begin' : 'more.add')}
          </Button>
          {people === 0 ? null : <TeamOnly meeting={meeting} refetch={refetch} />}
        </div>
      ) : list === null ? (
        <ListReader leaders={leaders} room={MOST_PARTICIPANTS - people} onRead={setList} onLeave={stop} />
      ) : (
        <ListRead
          list={list}
          onName={() => {
            naming.start(list.people);
            stop();
          }}
          onOther={() => setList(null)}
        />
      )}
    </div>
  );
}

function Beside({ people, leaders: count }: { readonly people: number; readonly leaders: number }) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  if (people === 0) {
    return <Text className={styles.quiet}>{t('more.what', { most: format.number(MOST_PARTICIPANTS) })}</Text>;
  }
  const named = t('more.people', { count: people, people: format.number(people) });
  return (
    <>
      <Text role="status">{t('more.beside', { count, people: named })}</Text>
      <Text className={styles.quiet}>{t('more.once')}</Text>
    </>
  );
}

function OnItsWay({ naming, onLeave }: { readonly naming: Naming; readonly onLeave: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const { state } = naming;
  if (state.status === 'idle') return null;
  const values = { sent: format.number(state.sent), people: format.number(state.people) };
  return (
    <>
      {/* How far it is, is the bar's to say: two hundred pages would be read out one by one. */}
      <Text {...(state.status === 'halted' ? { role: 'status' } : {})}>{t(`more.${state.status}`, values)}</Text>
      <ProgressBar
        className={styles.wide}
        value={state.sent}
        max={state.people}
        color={state.status === 'halted' ? 'warning' : 'brand'}
        aria-label={t('more.progress')}
      />
      {state.status === 'sending' ? null : (
        <>
          <ProblemNote error={state.error} />
          <div className={styles.row}>
            <Button appearance="primary" onClick={naming.again}>
              {t('more.again')}
            </Button>
            <Button onClick={onLeave}>{t('more.leave')}</Button>
          </div>
        </>
      )}
    </>
  );
}

/** The way back, also from a plan that can't ask anybody else any more. */
function TeamOnly({ meeting, refetch }: Pick<Planned, 'meeting' | 'refetch'>) {
  const { t } = useTranslation('compose');
  const format = useFormat();
  const { run, running } = useCommand('clearParticipants');
  const [error, setError] = useState<ClientError | null>(null);
  const count = meeting.participants?.people ?? 0;

  async function clear(): Promise<void> {
    setError(null);
    const params = { meeting: meeting.id };
    let reply = await run({ params, ifMatch: revisionOf(meeting) });
    if (!reply.ok && reply.error.kind === 'revision.stale') {
      // Whatever somebody else changed in the plan, nobody beside the team is to be asked.
      const now = await refetch();
      if (now !== null) reply = await run({ params, ifMatch: revisionOf(now) });
    }
    if (!reply.ok) setError(reply.error);
  }

  return (
    <>
      <Confirm
        action={t('more.clear')}
        question={t('more.clear.sure', { count, people: format.number(count) })}
        yes={t('more.clear.yes')}
        running={running}
        onYes={() => void clear()}
      />
      {error === null ? null : <ProblemNote error={error} onDismiss={() => setError(null)} />}
    </>
  );
}

/** People were named, and the plan is to be one with names now. */
export function NamelessOnly(props: Pick<Planned, 'meeting' | 'refetch'>) {
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const count = props.meeting.participants?.people ?? 0;
  if (count === 0) return null;
  return (
    <div className={styles.column}>
      <MessageBar intent="warning" layout="multiline" className={styles.wide}>
        <MessageBarBody>{t('more.nameless', { count, people: format.number(count) })}</MessageBarBody>
      </MessageBar>
      <TeamOnly {...props} />
    </div>
  );
}
