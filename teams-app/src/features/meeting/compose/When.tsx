import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  part: { flex: '1 1 140px', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** A day and a time of the reader's own clock. */
export function When(props: {
  readonly label: string;
  readonly dayLabel: string;
  readonly hint: string | null;
  readonly day: string;
  readonly time: string;
  readonly fault: string | null;
  readonly onChange: (when: { readonly day: string; readonly time: string }) => void;
}) {
  const { label, dayLabel, hint, day, time, fault, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  return (
    <div className={styles.row} role="group" aria-label={label}>
      <Field
        className={styles.part}
        label={dayLabel}
        {...(hint === null ? {} : { hint })}
        {...(fault === null ? {} : { validationMessage: fault })}
      >
        <Input
          className={styles.input}
          type="date"
          value={day}
          onChange={(_, { value }) => onChange({ day: value, time: time === '' && value !== '' ? '09:00' : time })}
        />
      </Field>
      <Field className={styles.part} label={t('when.time')}>
        <Input
          className={styles.input}
          type="time"
          value={time}
          onChange={(_, { value }) => onChange({ day, time: value })}
        />
      </Field>
    </div>
  );
}
