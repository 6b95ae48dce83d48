import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from '@plumbline/shared/client/client-error';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { useCommand, useMe } from '../../../app/api.ts';
import { useKeptText, useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { useRetryKey } from './use-retry-key.ts';

const MOST = 280;

/** Words of one's own: typed, seen as the stage will show them, then released for good. */
export function ReleaseForm(props: {
  readonly question: string;
  /** Whether somebody has just asked for it, so that they can type at once. */
  readonly asked: boolean;
  readonly onClose: (released: boolean) => void;
}) {
  const { question, asked, onClose } = props;
  const { view } = useLeader();
  const { name } = useMe();
  const look = useLook();
  const { t } = useTranslation('leader');
  const release = useCommand('releaseComment');
  const [text, setText] = useKeptText(`words|${question}`);
  // In a named meeting words are always their author's.
  const signed = view.mode === 'named';
  const [chosen, setChosen] = useState(false);
  const named = signed || chosen;
  const [error, setError] = useState<ClientError | null>(null);
  const words = text.trim();
  const keyOf = useRetryKey();
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) form.current?.querySelector('textarea')?.focus();
  }, [asked]);

  async function put(): Promise<void> {
    const key = keyOf(JSON.stringify([question, words, named]));
    const reply = await release.run({ params: { meeting: view.id }, input: { question, text: words, named }, key });
    if (!reply.ok) {
      setError(reply.error);
      return;
    }
    setText('');
    onClose(true);
  }

  return (
    <section ref={form} className={look.card} aria-label={t('words.open')}>
      <Field label={t('words.label')} hint={t('words.room', { count: MOST - text.length })}>
        <Textarea
          value={text}
          maxLength={MOST}
          resize="vertical"
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {signed ? (
        <p className={look.quiet}>{t('named.words', { name })}</p>
      ) : (
        <Field label={t('words.name')}>
          <RadioGroup
            value={named ? 'named' : 'unnamed'}
            onChange={(_, { value }) => {
              setChosen(value === 'named');
            }}
          >
            <Radio value="unnamed" label={t('words.unnamed')} />
            <Radio value="named" label={t('words.named', { name })} />
          </RadioGroup>
        </Field>
      )}
      {words === '' ? null : (
        <div className={look.tight}>
          <p className={look.small}>{t('words.preview')}</p>
          <p className={look.quote}>
            {words}
            {named ? <span className={look.small}> · {name}</span> : null}
          </p>
        </div>
      )}
      <p className={look.quiet}>{t('words.for-good')}</p>
      {error ? (
        <ProblemNote
          error={error}
          onDismiss={() => {
            setError(null);
          }}
        />
      ) : null}
      <div className={look.actions}>
        <Button
          appearance="primary"
          className={look.target}
          disabledFocusable={words === '' || release.running}
          onClick={() => void put()}
        >
          {t('words.put')}
        </Button>
        <Button
          className={look.target}
          onClick={() => {
            onClose(false);
          }}
        >
          {t('words.not-now')}
        </Button>
      </div>
    </section>
  );
}
