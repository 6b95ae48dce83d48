import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { revisionOf, useCommand, type ClientError, type View } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useRetryKey } from '../leader/use-retry-key.ts';
import { closesAt, compositionOf, draftOfPlan, opensAt } from './plan-draft.ts';
import type { Plan } from './use-plan.ts';

type Meeting = View<'viewMeeting'>;

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  target: { minHeight: '36px' },
  quiet: { color: tokens.colorNeutralForeground2, flex: '1 1 160px' },
});

type Asking = 'nothing' | 'open' | 'discard';

/** Saving, opening and throwing away, with the question before what can't be taken back. */
export function ComposeActions(props: {
  readonly team: View<'viewTeam'>;
  readonly meeting: Meeting | null;
  readonly plan: Plan;
  /** Whether a list of people to ask is still on its way: opened now, it would ask a part of them. */
  readonly naming: boolean;
  readonly check: (what: 'saving' | 'opening') => boolean;
  readonly refetch: () => Promise<Meeting | null>;
}) {
  const { team, meeting, plan, naming, check, refetch } = props;
  const { draft, unsaved } = plan;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const [, go] = useLocation();
  const format = useFormat();
  const compose = useCommand('composeMeeting');
  const recompose = useCommand('recompose');
  const openIt = useCommand('openMeeting');
  const planIt = useCommand('planOpening');
  const discard = useCommand('discardDraft');
  const keyOf = useRetryKey();
  const [asking, setAsking] = useState<Asking>('nothing');
  const [error, setError] = useState<ClientError | null>(null);
  const [conflict, setConflict] = useState(false);
  const [missing, setMissing] = useState(false);
  const [saved, setSaved] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The question takes the place of the button that asked it; the way out is where to be.
    if (asking !== 'nothing') [...(question.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
  }, [asking]);
  const running = compose.running || recompose.running || openIt.running || planIt.running || discard.running;
  const leaders = meeting?.asks === 'stakeholders' ? 0 : team.members.filter(({ role }) => role === 'leader').length;
  const asked = leaders + (meeting?.participants?.people ?? 0);

  const at = opensAt(draft);

  /** The plan as the service has it, saved first if it has to be; `null` when that failed. */
  async function save(): Promise<Meeting | null> {
    setError(null);
    setConflict(false);
    const composition = compositionOf(draft);
    if (composition === null) return null;
    if (meeting !== null && !unsaved) return meeting;
    const input = { format: draft.format, composition };
    const reply =
      meeting === null
        ? await compose.run({ params: { team: team.id }, input, key: keyOf(JSON.stringify(input)) })
        : await recompose.run({ params: { meeting: meeting.id }, input: composition, ifMatch: revisionOf(meeting) });
    if (reply.ok) return reply.value.value;
    if (reply.error.kind === 'revision.stale') {
      // What was typed stays: the next saving is meant to replace the other person's plan, and says so.
      await refetch();
      setConflict(true);
    } else setError(reply.error);
    return null;
  }

  async function onSave(): Promise<void> {
    const fine = check('saving');
    setMissing(!fine);
    const kept = fine ? await save() : null;
    if (kept === null) return;
    setSaved(true);
    // When it opens and closes is not part of a plan, so that alone is still kept here.
    if (draft.closesDay === '' && draft.opensDay === '') plan.drop();
    if (meeting === null) goOnWith(kept);
  }

  /** From a new plan to the page of the saved one, which takes along when it is to open and to close. */
  function goOnWith(kept: Meeting): void {
    const { opensDay, opensTime, closesDay, closesTime } = draft;
    const moments = { opensDay, opensTime, closesDay, closesTime };
    if (closesDay !== '' || opensDay !== '')
      plan.keepFor(`${team.id}|${kept.id}`, { ...draftOfPlan(kept), ...moments });
    plan.drop();
    go(`/teams/${team.id}/plan/${kept.id}`, { replace: true });
  }

  async function onOpen(): Promise<void> {
    const kept = await save();
    if (kept === null) return;
    const params = { meeting: kept.id };
    const input = { closesAt: draft.format === 'pulse' ? closesAt(draft) : null };
    const reply = await openIt.run({ params, input, ifMatch: revisionOf(kept) });
    if (!reply.ok) {
      setAsking('nothing');
      setError(reply.error);
      if (meeting === null) goOnWith(kept);
      return;
    }
    plan.drop();
    go(reply.value.value.me.abilities.direct ? `/meetings/${kept.id}/console` : `/meetings/${kept.id}`);
  }

  /** Has it open by itself; no question before, for it can be called off. */
  async function onPlan(at: number): Promise<void> {
    const kept = await save();
    if (kept === null) return;
    const input = { opensAt: at, closesAt: draft.format === 'pulse' ? closesAt(draft) : null };
    const reply = await planIt.run({ params: { meeting: kept.id }, input, ifMatch: revisionOf(kept) });
    if (!reply.ok) {
      setError(reply.error);
      if (meeting === null) goOnWith(kept);
      return;
    }
    plan.drop();
    go(`/teams/${team.id}/plan/${kept.id}`, { replace: true });
  }

  async function onDiscard(): Promise<void> {
    if (meeting === null) return;
    const reply = await discard.run({ params: { meeting: meeting.id }, ifMatch: revisionOf(meeting) });
    if (!reply.ok) {
      setAsking('nothing');
      setError(reply.error);
      return;
    }
    plan.drop();
    go(`/teams/${team.id}`);
  }

  return (
    <footer className={styles.foot}>
      {error === null ? null : <ProblemNote error={error} onDismiss={() => setError(null)} />}
      {conflict ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('conflict')}</MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() => {
                plan.drop();
                setConflict(false);
              }}
            >
              {t('conflict.theirs')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {asking === 'nothing' ? (
        <div className={styles.row}>
          <Button
            appearance="primary"
            className={styles.target}
            disabledFocusable={running || naming}
            onClick={() => {
              const fine = check('opening');
              setMissing(!fine);
              if (fine && at !== null) void onPlan(at);
              else if (fine) setAsking('open');
            }}
          >
            {t(at === null ? 'open' : 'opens.plan')}
          </Button>
          <Button className={styles.target} disabledFocusable={running} onClick={() => void onSave()}>
            {t('save')}
          </Button>
          <Text size={200} className={styles.quiet} role="status">
            {naming
              ? t('fault.naming')
              : missing
                ? t('fault.some')
                : unsaved
                  ? t('unsaved')
                  : saved || meeting !== null
                    ? t('saved')
                    : ''}
          </Text>
          {meeting === null ? null : (
            <Button appearance="subtle" className={styles.target} onClick={() => setAsking('discard')}>
              {t('discard')}
            </Button>
          )}
        </div>
      ) : (
        <div ref={question} className={styles.row} role="group" aria-label={t(asking)}>
          <Text>{t(`${asking}.sure`, { count: asked, people: format.number(asked) })}</Text>
          <Button
            appearance="primary"
            className={styles.target}
            disabledFocusable={running}
            onClick={() => void (asking === 'open' ? onOpen() : onDiscard())}
          >
            {t(`${asking}.yes`)}
          </Button>
          <Button className={styles.target} onClick={() => setAsking('nothing')}>
            {t(`${asking}.no`)}
          </Button>
        </div>
      )}
    </footer>
  );
}
