import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/api.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

const PAUSE_MS = 800;
const RETRY_MS = 4_000;
const MOST = 2_000;

/** A note that only its author ever sees, kept as it is typed; keyed by its question. */
export function PrivateNote({ question }: { readonly question: string }) {
  const { view, mine, store } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const { run } = useCommand('keepNote');
  const name = `${view.id}|note|${question}`;
  const kept = mine.notes[question] ?? '';
  const [text, setText] = useState(() => store.text(name) || kept);
  const [saved, setSaved] = useState(text === kept);
  // A note that was written on another device meanwhile is taken, unless something newer stands here.
  const [seen, setSeen] = useState(kept);
  if (seen !== kept) {
    setSeen(kept);
    if (saved) setText(kept);
  }
  const latest = useRef({ text, saved });
  useEffect(() => {
    latest.current = { text, saved };
  });

  const meeting = view.id;
  useEffect(() => {
    if (saved) return;
    let timer = setTimeout(send, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
    function send(): void {
      void run({ params: { meeting, question }, input: { text } }).then((reply) => {
        if (latest.current.text !== text) return;
        if (reply.ok) {
          store.keepText(name, '');
          setSaved(true);
        } else timer = setTimeout(send, RETRY_MS);
      });
    }
  }, [run, meeting, question, text, saved, store, name]);

  // Leaving in the middle of a sentence keeps it too: on the service if it can be reached, else on the device.
  useEffect(
    () => () => {
      const { text: last, saved: done } = latest.current;
      if (done) return;
      void run({ params: { meeting, question }, input: { text: last } }).then((reply) => {
        if (reply.ok && store.text(name) === last) store.keepText(name, '');
      });
    },
    [run, meeting, question, store, name],
  );

  return (
    <Field label={t('note.label')} hint={text === '' ? t('note.hint') : saved ? t('note.saved') : t('saving.saving')}>
      <Textarea
        value={text}
        maxLength={MOST}
        resize="vertical"
        className={look.text}
        onChange={(_, { value }) => {
          setText(value);
          setSaved(false);
          store.keepText(name, value);
        }}
      />
    </Field>
  );
}
