import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ShareScreenStartRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../host/host-context.ts';
import { shareToStage } from '../host/stage.ts';
import type { StageRefusal } from '../host/stage-refusal.ts';

type Sharing = { readonly status: 'idle' | 'asking' } | { readonly status: 'refused'; readonly refusal: StageRefusal };

/** Puts a meeting on the stage of the Teams meeting; a refusal says why and what to do. Nothing outside of a meeting. */
export function ShareToStage({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('app');
  const host = useHost();
  const [sharing, setSharing] = useState<Sharing>({ status: 'idle' });
  if (!host.inMeeting) return null;

  async function share(): Promise<void> {
    setSharing({ status: 'asking' });
    const shared = await shareToStage(meeting);
    setSharing(shared.ok ? { status: 'idle' } : { status: 'refused', refusal: shared.error });
  }

  return (
    <>
      <Button icon={<ShareScreenStartRegular />} disabled={sharing.status === 'asking'} onClick={() => void share()}>
        {t('stage.share')}
      </Button>
      {sharing.status === 'refused' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t(`stage.refused.${sharing.refusal}`)}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}
