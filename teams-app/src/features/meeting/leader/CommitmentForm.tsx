import { Button, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from '@plumbline/shared/client/client-error';
import { isId } from '@plumbline/shared/kernel/ids';
import type { Result } from '@plumbline/shared/kernel/result';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { revisionOf, useCommand } from '../../../app/api.ts';
import { useServerNow } from '../../../app/live.ts';
import {
  commitmentFaults,
  draftOfCommitment,
  EMPTY_COMMITMENT,
  readDraft,
  sameTerms,
  type Commitment,
  type CommitmentDraft,
  type CommitmentFault,
} from './commitment-draft.ts';
import { useKeptText, useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { latestRound } from './screen-now.ts';
import { useRetryKey } from './use-retry-key.ts';

// A long question must not make the form wider than the panel.
const useStyles = makeStyles({
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
});

/** Proposing a commitment, or changing one on the table. What is typed stays on the device until it is on the table. */
export function CommitmentForm(props: { readonly commitment: Commitment | null; readonly onClose: () => void }) {
  const { commitment, onClose } = props;
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [kept, keep] = useKeptText(`commitment|${commitment?.id ?? 'new'}`);
  const draft = readDraft(kept) ?? (commitment ? draftOfCommitment(commitment) : EMPTY_COMMITMENT);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const [running, setRunning] = useState(false);
  const put = usePut(commitment);
  const today = useToday();
  const faults = tried ? commitmentFaults(draft, today) : {};
  const questions = (latestRound(view, 'rating')?.questions ?? []).filter(
    ({ kind }) => kind === 'agreement' || kind === 'frequency',
  );
  const topics = new Set(view.topics.map(({ question }) => question));

  function change(part: Partial<CommitmentDraft>): void {
    keep(JSON.stringify({ ...draft, ...part }));
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(commitmentFaults(draft, today)).length > 0) return;
    setRunning(true);
    const reply = await put(draft);
    setRunning(false);
    if (!reply.ok) {
      setError(reply.error);
      return;
    }
    keep('');
    onClose();
  }

  return (
    <section className={look.card} aria-label={commitment ? t('commit.change') : t('commit.propose')}>
      <Field
        label={t('commit.sentence')}
        required
        {...useMessage('sentence', faults.sentence)}
        hint={t('commit.sentence-hint')}
      >
        <Textarea
          value={draft.sentence}
          maxLength={280}
          resize="vertical"
          onChange={(_, { value }) => {
            change({ sentence: value });
          }}
        />
      </Field>
      <Field label={t('commit.owner')} required {...useMessage('owner', faults.owner)}>
        <Select
          className={styles.select}
          value={draft.owner}
          onChange={(_, { value }) => {
            change({ owner: value });
          }}
        >
          <option value="">{t('commit.choose-owner')}</option>
          {view.people.map(({ person, name }) => (
            <option key={person} value={person}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('commit.due')} required {...useMessage('due', faults.due)}>
        <Input
          type="date"
          value={draft.due}
          min={today}
          onChange={(_, { value }) => {
            change({ due: value });
          }}
        />
      </Field>
      <Field
        label={t('commit.evidence')}
        required
        {...useMessage('evidence', faults.evidence)}
        hint={t('commit.evidence-hint')}
      >
        <Textarea
          value={draft.evidence}
          maxLength={280}
          resize="vertical"
          onChange={(_, { value }) => {
            change({ evidence: value });
          }}
        />
      </Field>
      <Field label={t('commit.displaces')} hint={t('commit.displaces-hint')}>
        <Textarea
          value={draft.displaces}
          maxLength={280}
          resize="vertical"
          onChange={(_, { value }) => {
            change({ displaces: value });
          }}
        />
      </Field>
      <Field label={t('commit.question')}>
        <Select
          className={styles.select}
          value={draft.question}
          onChange={(_, { value }) => {
            change({ question: value });
          }}
        >
          <option value="">{t('commit.no-question')}</option>
          {[...questions]
            .sort((one, other) => Number(topics.has(other.id)) - Number(topics.has(one.id)))
            .map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
        </Select>
      </Field>
      {error ? (
        <ProblemNote
          error={error}
          onDismiss={() => {
            setError(null);
          }}
        />
      ) : null}
      <div className={look.actions}>
        <Button appearance="primary" className={look.target} disabledFocusable={running} onClick={() => void submit()}>
          {commitment ? t('commit.save') : t('commit.put')}
        </Button>
        <Button className={look.target} onClick={onClose}>
          {t('commit.not-now')}
        </Button>
      </div>
    </section>
  );
}

function useMessage(field: 'sentence' | 'owner' | 'due' | 'evidence', fault: CommitmentFault | undefined) {
  const { t } = useTranslation('leader');
  if (fault === undefined) return {};
  const words = fault === 'past' ? t('commit.past.due') : t(`commit.missing.${field}`);
  return { validationMessage: words, validationState: 'error' } as const;
}

/** The reader's calendar day by the service's clock, `YYYY-MM-DD`. */
function useToday(): string {
  const now = new Date(useServerNow(60_000));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function usePut(commitment: Commitment | null): (draft: CommitmentDraft) => Promise<Result<unknown, ClientError>> {
  const { view, refetch } = useLeader();
  const propose = useCommand('proposeCommitment');
  const change = useCommand('changeCommitment');
  const keyOf = useRetryKey();
  return async (draft) => {
    const input = {
      sentence: draft.sentence.trim(),
      owner: isId('person', draft.owner) ? draft.owner : null,
      due: draft.due === '' ? null : draft.due,
      evidence: draft.evidence.trim(),
      displaces: draft.displaces.trim(),
      question: draft.question === '' ? null : draft.question,
    };
    if (!commitment) {
      return propose.run({ params: { meeting: view.id }, input, key: keyOf(JSON.stringify(input)) });
    }
    const params = { meeting: view.id, commitment: commitment.id };
    const reply = await change.run({ params, input, ifMatch: revisionOf(view) });
    if (reply.ok || reply.error.kind !== 'revision.stale') return reply;
    // Anything in the meeting moves its revision; only a change of this commitment is a conflict.
    const fresh = await refetch();
    if (
      !fresh ||
      !sameTerms(
        commitment,
        fresh.commitments.find(({ id }) => id === commitment.id),
      )
    )
      return reply;
    return change.run({ params, input, ifMatch: revisionOf(fresh) });
  };
}
