import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameShare } from '@plumbline/shared/figures/same-share';
import { useSay } from '../../../charts/use-canvas.ts';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';
import { FEWEST_WORDINGS, latest } from './primary-action.ts';

const MOST_LETTERS = 400;

/** The one message: how many wordings there are, how alike they are, and settling it. */
export function ConsoleMessage() {
  const { view, opened, open, direct, running } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const marks = latest(view, 'marks');
  const comparing = marks?.status === 'open';
  const writing = opened === 'message' || (marks?.status === 'closed' && view.message === null);
  return (
    <section className={look.column}>
      <h2 className={look.section}>{t('message.title')}</h2>
      {marks === null ? (
        <p className={look.text} role="status">
          {t('message.counted', { count: view.sentencesCounted })}
          {view.sentencesCounted < FEWEST_WORDINGS ? `. ${t('message.two')}` : null}
        </p>
      ) : null}
      <Score />
      {view.message !== null && !writing ? (
        <>
          <p className={look.quote}>{view.message}</p>
          <Button className={look.start} onClick={() => open('message')}>
            {t('message.change')}
          </Button>
        </>
      ) : null}
      {writing ? <Settle onDone={() => open(null)} /> : null}
      {comparing || writing || view.message !== null ? null : (
        <div className={look.actions}>
          {view.sentencesCounted >= FEWEST_WORDINGS ? (
            <Button appearance="subtle" className={look.target} onClick={() => open('message')}>
              {t('message.write-now')}
            </Button>
          ) : null}
          <Button
            appearance="subtle"
            className={look.target}
            disabledFocusable={running}
            onClick={() => void direct({ type: 'move', to: 'closing' })}
          >
            {t('message.go-on-none')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Score() {
  const { view, results } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const say = useSay();
  const score = results?.marks ?? null;
  if (score === null) return null;
  return (
    <p className={look.strong}>
      {score.status === 'held'
        ? t('message.held', { count: score.needed })
        : t('message.score', { share: say(sameShare(score.mean, view.mode)) })}
    </p>
  );
}

/** Picking a wording that was compared, or writing one. */
function Settle({ onDone }: { readonly onDone: () => void }) {
  const { view, direct, running, opened } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const [text, setText] = useState(view.message ?? '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (opened === 'message') field.current?.focus();
  }, [opened]);
  const wordings = latest(view, 'marks')?.questions ?? [];
  const missing = tried && text.trim() === '';

  async function settle(): Promise<void> {
    setTried(true);
    if (text.trim() === '') return;
    if (await direct({ type: 'settle-message', text: text.trim() })) onDone();
  }

  return (
    <div className={look.column}>
      {wordings.length === 0 ? null : (
        <div className={look.tight}>
          <h3 className={look.strong}>{t('message.pick')}</h3>
          <ul className={look.list}>
            {wordings.map((wording) => (
              <li key={wording.id} className={look.card}>
                <p className={look.text}>{wording.text}</p>
                <Button
                  className={look.start}
                  aria-label={t('message.use-of', { text: wording.text })}
                  onClick={() => {
                    setText(wording.text);
                    field.current?.focus();
                  }}
                >
                  {t('message.use')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field
        label={t('message.own')}
        {...(missing ? { validationState: 'error', validationMessage: t('message.missing') } : {})}
      >
        <Textarea
          textarea={{ ref: field }}
          value={text}
          maxLength={MOST_LETTERS}
          resize="vertical"
          rows={4}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Button className={look.start} disabledFocusable={running} onClick={() => void settle()}>
        {t('message.settle')}
      </Button>
    </div>
  );
}
