import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  hint: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  button: { minWidth: '36px', minHeight: '36px', alignSelf: 'flex-start' },
});

/** Short texts, one a line. */
export function TextList(props: {
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  readonly nameOf: (place: number) => string;
  readonly lines: readonly string[];
  readonly most: number;
  readonly letters: number;
  readonly fault: string | null;
  readonly onChange: (lines: readonly string[]) => void;
}) {
  const { title, hint, add, nameOf, lines, most, letters, fault, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const count = useRef(lines.length);
  useEffect(() => {
    // A new line is where to write; after one was taken out the way to add is.
    if (lines.length > count.current) [...(box.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
    if (lines.length < count.current) [...(box.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
    count.current = lines.length;
  }, [lines.length]);
  return (
    <div ref={box} className={styles.list} role="group" aria-labelledby={id}>
      <Text id={id} weight="semibold">
        {title}
      </Text>
      <Text size={200} className={styles.hint}>
        {hint}
      </Text>
      {lines.map((line, index) => (
        <div key={index} className={styles.line}>
          <Field
            className={styles.field}
            {...(fault !== null && index === lines.length - 1 ? { validationMessage: fault } : {})}
          >
            <Input
              className={styles.input}
              value={line}
              maxLength={letters}
              aria-label={nameOf(index + 1)}
              placeholder={nameOf(index + 1)}
              onChange={(_, { value }) => onChange(lines.map((other, place) => (place === index ? value : other)))}
            />
          </Field>
          <Button
            className={styles.button}
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t('line.remove', { what: format.inside(nameOf(index + 1)) })}
            onClick={() => onChange(lines.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      {lines.length < most ? (
        <Button className={styles.button} icon={<AddRegular />} onClick={() => onChange([...lines, ''])}>
          {add}
        </Button>
      ) : null}
    </div>
  );
}
