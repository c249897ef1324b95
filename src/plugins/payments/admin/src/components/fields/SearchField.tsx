import { useState } from 'react';
import type { ReactNode } from 'react';
import { Box, Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { normaliseSearch } from '../../../../domain/search-text';
import { useT } from '../../intl/useT';

interface SearchFieldProps<Option extends { documentId: string }> {
  label: string;
  name: string;
  value: Option | null;
  /** What the server found; the chosen one is added if it is not among them. */
  found: readonly Option[];
  /** What it was asked for: until it is what is typed, `found` answers an earlier question. */
  searched: string;
  loading: boolean;
  /** Told what is typed; empty when nothing is searched for. */
  onSearch: (text: string) => void;
  onChange: (option: Option | null) => void;
  /** Must tell any two options apart: the combobox finds its choice again by this text. */
  labelOf: (option: Option) => string;
  placeholder: string;
  noneFound: string;
  error?: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  /** Stands behind the field, as (+) does. */
  action?: ReactNode;
}

/**
 * Of an earlier answer only what what is typed now names: who types on and presses the arrow and Enter at once chooses no row that the next answer
 * takes away.
 */
const foundFor = <Option extends { documentId: string }>(
  { found, searched, loading, labelOf }: SearchFieldProps<Option>,
  typed: string | undefined,
): readonly Option[] => {
  const wanted = typed?.trim() ?? '';
  if (wanted === '' || (!loading && searched === wanted)) return found;
  const words = normaliseSearch(wanted).split(' ');
  return found.filter((option) => words.every((word) => normaliseSearch(labelOf(option)).includes(word)));
};

/** A document that the server searches for while its name is typed. */
export const SearchField = <Option extends { documentId: string }>(props: SearchFieldProps<Option>) => {
  const { label, name, value, loading, onSearch, onChange, labelOf, placeholder, noneFound, action, ...field } = props;
  const t = useT();
  const [typed, setTyped] = useState<string>();
  const found = foundFor(props, typed);
  const options = value && !found.some(({ documentId }) => documentId === value.documentId) ? [value, ...found] : found;

  const type = (text: string) => {
    const settled = options.some((option) => labelOf(option) === text);
    setTyped(settled ? undefined : text);
    onSearch(settled ? '' : text);
  };
  const choose = (documentId: string | undefined) => {
    const chosen = options.find((option) => option.documentId === documentId) ?? null;
    onChange(chosen);
    type(chosen ? labelOf(chosen) : '');
  };

  return (
    <Field.Root name={name} error={field.error} hint={field.hint} required={field.required} width="100%">
      <Field.Label>{label}</Field.Label>
      <Flex gap={2} alignItems="center">
        <Box flex="1" minWidth={0}>
          <Combobox
            // the server searches: what it found is shown as it is
            autocomplete="none"
            placeholder={placeholder}
            value={value?.documentId ?? ''}
            textValue={typed ?? (value ? labelOf(value) : '')}
            disabled={field.disabled}
            onTextValueChange={(text) => type(text ?? '')}
            onChange={choose}
            onClear={() => choose(undefined)}
            clearLabel={t('action.clear')}
            noOptionsMessage={() => (loading ? t('loading') : noneFound)}
          >
            {options.map((option) => (
              <ComboboxOption key={option.documentId} value={option.documentId} textValue={labelOf(option)}>
                {labelOf(option)}
              </ComboboxOption>
            ))}
          </Combobox>
        </Box>
        {action}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
