import { useEffect, useState } from 'react';
import type { Summary } from '../../../client/src';
import { useWords } from '../i18n/WordsProvider';
import type { Filters } from './use-filters';

const TYPING_MS = 250;

interface LogFiltersProps {
  filters: Filters;
  customers: Summary['customers'];
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
    <div className="field">
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

export const LogFilters = ({ filters, customers, onChange }: LogFiltersProps) => {
  const { t } = useWords();
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField value={filters.q} onChange={(q) => onChange({ q })} />
      {customers.length < 2 ? null : (
        <div className="field">
          <label htmlFor="customer">{t('log.customer')}</label>
          <select
            id="customer"
            value={filters.customer}
            onChange={(event) => onChange({ customer: event.target.value })}
          >
            <option value="">{t('log.customer.all')}</option>
            {customers.map(({ documentId, name }) => (
              <option key={documentId} value={documentId}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </form>
  );
};
