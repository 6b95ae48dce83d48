import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useFormat } from '../../../app/format.ts';
import { useLook } from './look.ts';
import type { Ballot } from './use-ballot.ts';

/** What a person should know about their ballot beside that it is saved: a merge, a refusal. */
export function BallotNotes({ ballot, round }: { readonly ballot: Ballot; readonly round: RoundView }) {
  const look = useLook();
  const { t } = useTranslation('leader');
  const format = useFormat();
  const { taken, kept } = ballot.merge;
  const quoted = (ids: readonly string[]) =>
    format.list(ids.map((id) => format.quote(round.questions.find((question) => question.id === id)?.text ?? id)));
  return (
    <>
      {taken.length + kept.length > 0 ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={look.text} style={{ whiteSpace: 'normal' }}>
            {taken.length > 0 ? <span>{t('merge.taken', { count: taken.length })} </span> : null}
            {kept.length > 0 ? <span>{t('merge.kept', { count: kept.length, questions: quoted(kept) })}</span> : null}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t('dismiss')}
                onClick={ballot.dismissMerge}
              />
            }
          />
        </MessageBar>
      ) : null}
      {ballot.saving.status === 'refused' ? <ProblemNote error={ballot.saving.error} /> : null}
      {ballot.saving.status === 'late' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: 'normal' }}>{t('saving.late')}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}
