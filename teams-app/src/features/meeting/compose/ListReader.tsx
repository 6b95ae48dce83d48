import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { useRef, useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PARTICIPANTS } from '@plumbline/shared/domain/meeting/meeting';
import type { PersonId } from '@plumbline/shared/kernel/ids';
import { useFormat } from '../../../app/format.ts';
import { decodeList, readPeopleList, type ListFault, type PeopleList } from './people-list.ts';

/** Two hundred thousand lines of some two hundred letters. */
const LARGEST_MB = 50;
/** More is read as it is pasted: browsers take minutes to lay out a hundred thousand lines in a box. */
const MOST_IN_BOX = 20_000;

const useStyles = makeStyles({
  wide: { width: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Fault = ListFault | { readonly kind: 'too-large' } | { readonly kind: 'unreadable' };

/** A list that is pasted or comes from a file, read on this device: nothing of it is sent from here. */
export function ListReader(props: {
  readonly leaders: readonly PersonId[];
  /** How many people can still be named. */
  readonly room: number;
  readonly onRead: (list: PeopleList) => void;
  readonly onLeave: () => void;
}) {
  const { leaders, room, onRead, onLeave } = props;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const [fault, setFault] = useState<Fault | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);

  function pasted(): HTMLTextAreaElement | null {
    return field.current?.querySelector('textarea') ?? null;
  }

  function read(text: string): void {
    const list = readPeopleList(text, { leaders, room });
    setFault(list.ok ? null : list.error);
    if (list.ok) onRead(list.value);
    else pasted()?.focus();
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= MOST_IN_BOX) return;
    event.preventDefault();
    read(text);
  }

  async function open(chosen: File): Promise<void> {
    if (chosen.size > LARGEST_MB * 1_000_000) {
      setFault({ kind: 'too-large' });
      return;
    }
    // Moved or taken away since it was chosen.
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) setFault({ kind: 'unreadable' });
    else read(decodeList(new Uint8Array(bytes)));
  }

  const said = fault && {
    people: fault.kind === 'too-many' ? format.number(MOST_PARTICIPANTS - room + fault.people) : '',
    most: format.number(fault.kind === 'too-large' ? LARGEST_MB : MOST_PARTICIPANTS),
  };
  return (
    <>
      <div ref={field} className={styles.wide}>
        <Field
          label={t('more.paste')}
          hint={t('more.paste.hint')}
          {...(fault === null ? {} : { validationMessage: t(`more.fault.${fault.kind}`, said ?? {}) })}
        >
          <Textarea rows={5} resize="vertical" spellCheck={false} onPaste={onPaste} />
        </Field>
      </div>
      <input
        ref={file}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        hidden
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) void open(chosen);
          // The same file, corrected, can be chosen again.
          currentTarget.value = '';
        }}
      />
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => read(pasted()?.value ?? '')}>
          {t('more.read')}
        </Button>
        <Button icon={<DocumentAddRegular />} onClick={() => file.current?.click()}>
          {t('more.file')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {t('more.not-now')}
        </Button>
      </div>
    </>
  );
}
