import { Field, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { newestVersions, questionCount } from '../../instruments/newest.ts';
import { instrumentKey } from './plan-draft.ts';

type Instrument = View<'viewTeam'>['instruments'][number];

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  select: { minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', paddingBlock: '8px' },
  questions: { margin: 0, paddingInlineStart: '20px' },
  dimension: { marginBlock: tokens.spacingVerticalS },
});

/** What is asked: a set that comes with Plumbline or one of the team's own, with all its questions to look at. */
export function InstrumentPicker(props: {
  readonly team: View<'viewTeam'>;
  readonly chosen: string;
  readonly fault: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const { team, chosen, fault, onChoose } = props;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const [, go] = useLocation();
  const { own, builtIn } = newestVersions(team.instruments);
  // A plan that was saved with an older version keeps it until another one is chosen.
  const instrument = team.instruments.find((each) => instrumentKey(each) === chosen) ?? null;
  const listed = [...own, ...builtIn].some((each) => instrumentKey(each) === chosen);
  return (
    <div className={styles.column}>
      <Field label={t('instrument')} required {...(fault === null ? {} : { validationMessage: fault })}>
        <Select className={styles.select} value={chosen} onChange={(_, { value }) => onChoose(value)}>
          {listed || instrument === null ? null : <Option instrument={instrument} />}
          <optgroup label={t('instrument.built-in')}>
            {builtIn.map((each) => (
              <Option key={instrumentKey(each)} instrument={each} />
            ))}
          </optgroup>
          {own.length === 0 ? null : (
            <optgroup label={t('instrument.own')}>
              {own.map((each) => (
                <Option key={instrumentKey(each)} instrument={each} />
              ))}
            </optgroup>
          )}
        </Select>
      </Field>
      {instrument === null ? null : (
        <>
          <Text size={200} className={styles.hint}>
            {t('instrument.count', {
              count: questionCount(instrument),
              dimensions: format.list(instrument.dimensions.map(({ title }) => title)),
            })}
          </Text>
          <details>
            <summary className={styles.summary}>{t('instrument.preview')}</summary>
            {instrument.dimensions.map(({ id, title, questions }) => (
              <div key={id} className={styles.dimension}>
                <Text weight="semibold">{title}</Text>
                <ul className={styles.questions}>
                  {questions.map((question) => (
                    <li key={question.id}>{question.text}</li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        </>
      )}
      <div>
        <Link as="button" onClick={() => go(`/teams/${team.id}/questions`)}>
          {t('instrument.edit')}
        </Link>
      </div>
    </div>
  );
}

function Option({ instrument }: { readonly instrument: Instrument }) {
  return <option value={instrumentKey(instrument)}>{instrument.title}</option>;
}
