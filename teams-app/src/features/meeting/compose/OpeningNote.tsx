import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revisionOf, useCommand, type ClientError, type View } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import type { Plan } from './use-plan.ts';

type Meeting = View<'viewMeeting'>;

/** When a plan opens by itself, with the way to call it off, or why it did not. */
export function OpeningNote(props: {
  readonly meeting: Meeting;
  readonly opening: NonNullable<Meeting['opening']>;
  readonly plan: Plan;
}) {
  const { meeting, opening, plan } = props;
  const { t } = useTranslation('compose');
  const format = useFormat();
  const callOff = useCommand('callOffOpening');
  const [error, setError] = useState<ClientError | null>(null);

  async function onCallOff(): Promise<void> {
    const reply = await callOff.run({ params: { meeting: meeting.id }, ifMatch: revisionOf(meeting) });
    if (reply.ok) plan.change({ opensDay: '', opensTime: '' });
    else setError(reply.error);
  }

  const { opensAt, by, notOpened } = opening;
  if (notOpened !== null) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t(`opens.missed.${notOpened}`, { date: format.dateTime(opensAt) })}</MessageBarBody>
      </MessageBar>
    );
  }
  const date = format.dateTime(opensAt);
  return (
    <>
      <MessageBar layout="multiline">
        <MessageBarBody>
          {by.name === '' ? t('opens.planned', { date }) : t('opens.planned-by', { date, name: by.name })}
        </MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={callOff.running} onClick={() => void onCallOff()}>
            {t('opens.call-off')}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {error === null ? null : <ProblemNote error={error} onDismiss={() => setError(null)} />}
    </>
  );
}
