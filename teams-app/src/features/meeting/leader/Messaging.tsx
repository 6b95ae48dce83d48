import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import type { ClientError } from '@plumbline/shared/client/client-error';
import { sameShare } from '@plumbline/shared/figures/same-share';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useCommand, useView } from '../../../app/api.ts';
import { useSay } from '../../../charts/use-canvas.ts';
import { useKeptText, useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Marks } from './Marks.tsx';
import { latestRound } from './screen-now.ts';

const MOST = 280;

/** The one sentence for our people: written, laid on the table without a name, compared blind, settled. */
export function Messaging({ marks }: { readonly marks: RoundView | null }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const marked = latestRound(view, 'marks');
  if (view.message !== null) {
    return (
      <>
        <section className={look.column}>
          <h2 className={look.title}>{t('message.settled')}</h2>
          <p className={look.quote}>{view.message}</p>
        </section>
        <MarksResult />
      </>
    );
  }
  if (marks) return <Marks key={marks.id} round={marks} />;
  if (marked) {
    return (
      <section className={look.column}>
        <h2 className={look.title}>{t('message.settling')}</h2>
        <MarksResult />
      </section>
    );
  }
  return <MySentence />;
}

function MySentence() {
  const { view, mine, store } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const put = useCommand('putSentence');
  const [kept, keep] = useKeptText('sentence');
  const [error, setError] = useState<ClientError | null>(null);
  const standing = mine.sentence?.text ?? null;
  const [writing, setWriting] = useState(standing === null || kept !== '');
  const text = kept === '' && writing ? (standing ?? '') : kept;
  const words = text.trim();

  async function lay(): Promise<void> {
    const reply = await put.run({ params: { meeting: view.id }, input: { text: words } });
    if (!reply.ok) {
      setError(reply.error);
      return;
    }
    setError(null);
    store.keepText(`${view.id}|sentence`, '');
    setWriting(false);
  }

  return (
    <section className={look.column}>
      <h2 className={look.title}>{t('message.title')}</h2>
      {!writing && standing !== null ? (
        <>
          <p className={look.quote}>{standing}</p>
          <p className={look.quiet} role="status">
            {t(view.mode === 'named' ? 'named.on-table' : 'message.on-table')}
          </p>
          <Button
            className={look.start}
            onClick={() => {
              setWriting(true);
            }}
          >
            {t('message.change')}
          </Button>
        </>
      ) : (
        <>
          <Field label={t('message.label')} hint={t('words.room', { count: MOST - text.length })}>
            <Textarea
              value={text}
              maxLength={MOST}
              resize="vertical"
              onChange={(_, { value }) => {
                keep(value);
              }}
            />
          </Field>
          <p className={look.quiet}>{t(view.mode === 'named' ? 'named.sentence' : 'message.no-name')}</p>
          {error ? (
            <ProblemNote
              error={error}
              onDismiss={() => {
                setError(null);
              }}
            />
          ) : null}
          <Button
            appearance="primary"
            className={look.start}
            disabledFocusable={words === '' || put.running}
            onClick={() => void lay()}
          >
            {t('message.put')}
          </Button>
        </>
      )}
      {view.sentencesCounted > 0 ? (
        <p className={look.small}>{t('message.counted', { count: view.sentencesCounted })}</p>
      ) : null}
    </section>
  );
}

/** How far the wordings say the same, once the marks are in and enough to be shown. */
function MarksResult() {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const say = useSay();
  const shown = latestRound(view, 'marks')?.shown ?? false;
  const results = useView('viewResults', { meeting: view.id }, { enabled: shown });
  const marks = results.data?.marks;
  if (!shown || !marks) return null;
  return (
    <p className={look.text}>
      {marks.status === 'held'
        ? t('picture.held', { count: marks.needed })
        : t('message.same-share', { share: say(sameShare(marks.mean, view.mode)) })}
    </p>
  );
}
