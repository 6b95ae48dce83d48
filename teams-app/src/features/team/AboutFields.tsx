import { Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CommandRequest } from '../../app/api.ts';

/** What a team is: its name, where it belongs, whom it leads, and whether it works together. */
export type About = CommandRequest<'changeTeam'>['input'];

const SCOPES = ['organisation', 'department', 'team'] as const;

/** Whether everything is said that has to be. */
export function isWhole({ name, organisation }: About): boolean {
  return name.trim() !== '' && organisation.trim() !== '';
}

/** The fields that say what a team is. `tried`: somebody wanted to send it, so that what is missing is told. */
export function AboutFields(props: {
  readonly about: About;
  readonly tried: boolean;
  readonly onChange: (about: About) => void;
}) {
  const { about, tried, onChange } = props;
  const { t } = useTranslation('home');

  function missing(text: string): { readonly validationMessage?: string } {
    return tried && text.trim() === '' ? { validationMessage: t('found.missing') } : {};
  }

  return (
    <>
      <Field label={t('found.name')} hint={t('found.name.hint')} required {...missing(about.name)}>
        <Input
          value={about.name}
          maxLength={80}
          onChange={(_event, { value }) => onChange({ ...about, name: value })}
        />
      </Field>
      <Field label={t('found.organisation')} required {...missing(about.organisation)}>
        <Input
          value={about.organisation}
          maxLength={80}
          onChange={(_event, { value }) => onChange({ ...about, organisation: value })}
        />
      </Field>
      <Field label={t('found.scope')}>
        <RadioGroup
          value={about.scope}
          onChange={(_event, { value }) =>
            onChange({ ...about, scope: SCOPES.find((one) => one === value) ?? about.scope })
          }
        >
          {SCOPES.map((one) => (
            <Radio key={one} value={one} label={t(`found.scope.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Checkbox
        label={t('found.intact')}
        checked={about.intact}
        onChange={(_event, { checked }) => onChange({ ...about, intact: checked === true })}
      />
    </>
  );
}
