import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Card } from '../../app/Section.tsx';
import {
  addQuestion,
  changeQuestion,
  MOST_QUESTIONS,
  removeDimension,
  removeQuestion,
  renameDimension,
  type DimensionDraft,
  type InstrumentDraft,
} from './instrument-draft.ts';

const useStyles = makeStyles({
  group: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  grow: { flex: '1 1 200px', minWidth: 0 },
  start: { alignSelf: 'start' },
});

/** One dimension of a set and its questions. */
export function DimensionEditor(props: {
  readonly draft: InstrumentDraft;
  readonly dimension: DimensionDraft;
  readonly number: number;
  readonly onChange: (draft: InstrumentDraft) => void;
}) {
  const styles = useStyles();
  const { t } = useTranslation('instruments');
  const { draft, dimension, number, onChange } = props;
  return (
    <Card>
      <fieldset className={styles.group} aria-label={t('edit.dimension', { number })}>
        <div className={styles.row}>
          <Field label={t('edit.dimension.name')} required className={styles.grow}>
            <Input
              value={dimension.title}
              maxLength={80}
              onChange={(_event, data) => onChange(renameDimension(draft, dimension.key, data.value))}
            />
          </Field>
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t('edit.dimension.remove', { title: dimension.title })}
            onClick={() => onChange(removeDimension(draft, dimension.key))}
          />
        </div>
        {dimension.questions.map((question, index) => (
          <div key={question.key} className={styles.row}>
            <Field label={t('edit.question', { number: index + 1 })} required className={styles.grow}>
              <Textarea
                value={question.text}
                maxLength={300}
                resize="vertical"
                onChange={(_event, data) => onChange(changeQuestion(draft, question.key, { text: data.value }))}
              />
            </Field>
            <Field label={t('edit.question.kind')}>
              <Select
                value={question.kind}
                onChange={(_event, { value }) =>
                  onChange(changeQuestion(draft, question.key, { kind: value === 'frequency' ? value : 'agreement' }))
                }
              >
                <option value="agreement">{t('edit.question.agreement')}</option>
                <option value="frequency">{t('edit.question.frequency')}</option>
              </Select>
            </Field>
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('edit.question.remove', { number: index + 1 })}
              onClick={() => onChange(removeQuestion(draft, question.key))}
            />
          </div>
        ))}
        {dimension.questions.length < MOST_QUESTIONS ? (
          <Button className={styles.start} onClick={() => onChange(addQuestion(draft, dimension.key))}>
            {t('edit.question.add')}
          </Button>
        ) : null}
      </fieldset>
    </Card>
  );
}
