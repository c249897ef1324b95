import { useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { normaliseSearch } from '../../../../domain/search-text';
import { useT } from '../../intl/useT';

interface Choice {
  value: string;
  label: string;
}

interface ChoiceFieldProps {
  label: string;
  name: string;
  value: string;
  options: readonly Choice[];
  onChange: (value: string) => void;
  error?: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
}

/** The design system takes the empty string for "nothing chosen". */
const outside = (value: string) => value || 'default';

/** A choice of many: typing narrows the list, without minding accents and case; leaving the field goes back to what was chosen. */
export const ChoiceField = ({ label, name, value, options, onChange, ...field }: ChoiceFieldProps) => {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  const chosen = options.find((option) => option.value === value);
  const wanted = typed === undefined ? '' : normaliseSearch(typed);
  const found = options.filter((option) => normaliseSearch(`${option.label} ${option.value}`).includes(wanted));

  return (
    <Field.Root name={name} error={field.error} hint={field.hint} required={field.required} width="100%">
      <Field.Label>{label}</Field.Label>
      <Combobox
        autocomplete="none"
        placeholder={t('choice.placeholder')}
        value={outside(value)}
        textValue={typed ?? chosen?.label ?? value}
        disabled={field.disabled}
        // what is typed is told by the input alone: the combobox also sets its text by itself, when it is left
        onInputChange={(event) => setTyped(event.target.value)}
        onOpenChange={(open) => !open && setTyped(undefined)}
        onChange={(next) => {
          setTyped(undefined);
          const option = options.find((candidate) => outside(candidate.value) === next);
          if (option) onChange(option.value);
        }}
        onClear={field.disabled ? undefined : () => setTyped('')}
        clearLabel={t('action.clear')}
        noOptionsMessage={() => t('choice.none')}
      >
        {found.map((option) => (
          <ComboboxOption key={outside(option.value)} value={outside(option.value)} textValue={option.label}>
            {option.label}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
