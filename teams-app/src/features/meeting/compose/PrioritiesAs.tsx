import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { MOST_IN_PAIRS, PRIORITIES_AS } from '@plumbline/shared/domain/meeting/meeting';
import { Choice } from './Choice.tsx';
import { pairsOf, type PlanDraft } from './plan-draft.ts';

/** How the priorities are asked, with when each way is the right one. */
export function PrioritiesAs(props: {
  readonly draft: PlanDraft;
  readonly onChange: (way: PlanDraft['prioritiesAs']) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslation('compose');
  const { options, pairs, tooMany } = pairsOf(draft);
  const most = MOST_IN_PAIRS;
  const hint =
    options > most ? t('as.pairwise.many', { most, options, pairs }) : t('as.pairwise.hint', { count: pairs });
  return (
    <Field label={t('as')} {...(tooMany ? { validationMessage: t('as.pairwise.too-many', { most }) } : {})}>
      <RadioGroup
        value={draft.prioritiesAs}
        onChange={(_, { value }) => onChange(PRIORITIES_AS.find((way) => way === value) ?? 'ranking')}
      >
        <Radio value="ranking" label={<Choice name={t('as.ranking')} hint={t('as.ranking.hint')} />} />
        <Radio value="allocation" label={<Choice name={t('as.allocation')} hint={t('as.allocation.hint')} />} />
        <Radio
          value="pairwise"
          disabled={options > most && !tooMany}
          label={<Choice name={t('as.pairwise')} hint={hint} />}
        />
      </RadioGroup>
    </Field>
  );
}
