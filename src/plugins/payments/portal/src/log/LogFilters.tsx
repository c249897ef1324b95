import { useEffect, useState } from 'react';
import type { Summary } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import { logStates } from './use-filters';
import type { Filters } from './use-filters';

const TYPING_MS = 250;

interface LogFiltersProps {
  filters: Filters;
  summary: Summary;
  onChange(filters: Partial<Filters>): void;
}

/** Asks once the reader pauses, not at every letter. */
const SearchField = ({ value, onChange }: { value: string; onChange(value: string): void }) => {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);

  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  });

  return (
    <div className="field filters__search">
      <label htmlFor="search">{t('log.search')}</label>
      <input
        id="search"
        type="search"
        value={typed}
        maxLength={100}
        placeholder={t('log.search.hint')}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
};

interface ChoiceProps {
  id: string;
  label: string;
  /** What stands for no choice. */
  all: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onChange(value: string): void;
}

const Choice = ({ id, label, all, value, options, onChange }: ChoiceProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  </div>
);

const named = (items: Summary['customers']): ChoiceProps['options'] =>
  items.map(({ documentId, name }) => ({ value: documentId, text: name }));

/** A list of one is no choice, unless the address has chosen already. */
const isChoice = (items: Summary['customers'], chosen: string): boolean => items.length > 1 || chosen !== '';

export const LogFilters = ({ filters, summary, onChange }: LogFiltersProps) => {
  const { t } = useWords();
  const { customers, institutions } = summary;
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField value={filters.q} onChange={(q) => onChange({ q })} />
      <Choice
        id="state"
        label={t('log.state')}
        all={t('log.state.all')}
        value={filters.state}
        options={logStates.map((state) => ({ value: state, text: t(`log.state.${state}`) }))}
        onChange={(value) => onChange({ state: logStates.find((state) => state === value) ?? '' })}
      />
      {isChoice(institutions, filters.institution) ? (
        <Choice
          id="institution"
          label={t('log.institution')}
          all={t('log.institution.all')}
          value={filters.institution}
          options={named(institutions)}
          onChange={(institution) => onChange({ institution })}
        />
      ) : null}
      {isChoice(customers, filters.customer) ? (
        <Choice
          id="customer"
          label={t('log.customer')}
          all={t('log.customer.all')}
          value={filters.customer}
          options={named(customers)}
          onChange={(customer) => onChange({ customer })}
        />
      ) : null}
    </form>
  );
};
