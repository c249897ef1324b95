import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface SelectFieldProps<Value extends string> {
  label: string;
  name: string;
  value: Value;
  options: ReadonlyArray<{ value: Value; label: string }>;
  onChange: (value: Value) => void;
  error?: string;
  hint?: string;
  disabled?: boolean;
}

/** A choice of few. An option may have the empty string as its value. */
export const SelectField = <Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
  error,
  hint,
  disabled,
}: SelectFieldProps<Value>) => {
  // the design system takes the empty string for "nothing chosen" and shows its placeholder
  const outside = (inner: Value) => inner || 'default';
  return (
    <Field.Root name={name} error={error} hint={hint} width="100%">
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={outside(value)}
        disabled={disabled}
        onChange={(chosen) => {
          const option = options.find((candidate) => outside(candidate.value) === chosen);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <SingleSelectOption key={outside(option.value)} value={outside(option.value)}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
