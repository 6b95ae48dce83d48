import { Input, type InputProps } from '@fluentui/react-components';
import { useId } from 'react';

/** The longest name of a group. */
const LONGEST = 40;

/** A group's name, with those that the team has as suggestions: the same spelling is the same group. */
export function GroupInput({
  value,
  groups,
  onChange,
  ...field
}: Pick<InputProps, 'className' | 'id' | 'aria-label' | 'aria-describedby' | 'disabled' | 'placeholder' | 'onBlur'> & {
  readonly value: string;
  readonly groups: readonly string[];
  readonly onChange: (group: string) => void;
}) {
  const list = useId();
  return (
    <>
      <Input
        {...field}
        value={value}
        maxLength={LONGEST}
        list={list}
        autoComplete="off"
        onChange={(_event, data) => onChange(data.value)}
      />
      <datalist id={list}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </>
  );
}
