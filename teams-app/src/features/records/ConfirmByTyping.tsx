import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 200px', minWidth: 0 },
});

/** Asks for words to be typed before something that is gone for good. */
export function ConfirmByTyping(props: {
  readonly label: string;
  readonly words: string;
  readonly go: string;
  readonly running: boolean;
  readonly onGo: () => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const isRight = typed.trim().normalize('NFC') === props.words;

  function send(event: SyntheticEvent): void {
    event.preventDefault();
    if (isRight && !props.running) props.onGo();
  }

  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={props.label} className={styles.field}>
        <Input value={typed} maxLength={100} autoComplete="off" onChange={(_event, data) => setTyped(data.value)} />
      </Field>
      <Button type="submit" disabledFocusable={!isRight || props.running}>
        {props.go}
      </Button>
    </form>
  );
}
