import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';
import type { Topic } from './primary-action.ts';

/** What the team takes from a talk, in a sentence of the facilitator's. */
export function ChangeNote({ topic }: { readonly topic: Topic }) {
  const { direct, running } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? topic.change;
  const saved = text.trim() === topic.change;

  async function save(): Promise<void> {
    const noted = await direct({ type: 'note-change', question: topic.question, change: text.trim() });
    if (noted) setTyped(null);
  }

  return (
    <div className={look.tight}>
      <Field label={t('change.label')} hint={t('change.hint')}>
        <Textarea value={text} maxLength={500} resize="vertical" onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {saved ? (
        <p className={look.small} role="status">
          {topic.change === '' ? '' : t('change.saved')}
        </p>
      ) : (
        <Button className={look.start} disabledFocusable={running} onClick={() => void save()}>
          {t('change.save')}
        </Button>
      )}
    </div>
  );
}
