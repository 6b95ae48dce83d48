import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Card, Section } from '../../../app/Section.tsx';
import { TIMED_PHASES } from '../console/phase-order.ts';
import { minutesInAll, PRESETS, typedMinutes, type PlanDraft, type PlanFaults } from './plan-draft.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  presets: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(96px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  input: { width: '100%', minWidth: 0 },
  target: { minHeight: '36px' },
  hint: { color: tokens.colorNeutralForeground2 },
});

const LENGTHS = [45, 60, 90] as const;

/** How long each phase is meant to take, with the sum. */
export function TimePlan(props: {
  readonly draft: PlanDraft;
  readonly faults: PlanFaults;
  readonly onChange: (minutes: PlanDraft['minutes']) => void;
}) {
  const { draft, faults, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation(['compose', 'results']);
  return (
    <Section
      title={t('compose:time')}
      action={
        <Text weight="semibold" role="status">
          {t('compose:time.sum', { count: minutesInAll(draft) })}
        </Text>
      }
    >
      <Card>
        <div className={styles.column}>
          <div className={styles.presets} role="group" aria-label={t('compose:time.presets')}>
            <Text>{t('compose:time.presets')}</Text>
            {LENGTHS.map((length) => (
              <Button key={length} className={styles.target} onClick={() => onChange(typedMinutes(PRESETS[length]))}>
                {t('compose:time.preset', { count: length })}
              </Button>
            ))}
          </div>
          <div className={styles.grid}>
            {TIMED_PHASES.map((phase) => (
              <Field
                key={phase}
                label={t(`results:phase.${phase}`)}
                {...(faults[phase] === undefined
                  ? {}
                  : {
                      validationMessage: t('compose:fault.minutes.range', { most: phase === 'discussing' ? 120 : 60 }),
                    })}
              >
                <Input
                  className={styles.input}
                  inputMode="numeric"
                  value={draft.minutes[phase]}
                  maxLength={3}
                  aria-label={t('compose:time.minutes', { phase: t(`results:phase.${phase}`) })}
                  onChange={(_, { value }) => onChange({ ...draft.minutes, [phase]: value })}
                />
              </Field>
            ))}
          </div>
          <Text size={200} className={styles.hint}>
            {t('compose:time.none')}
          </Text>
        </div>
      </Card>
    </Section>
  );
}
