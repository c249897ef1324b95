import { Box, Button, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useT } from '../../intl/useT';
import { SearchBox } from '../shared/SearchBox';
import { STATES } from './usePaymentsList';
import type { StateFilter } from './usePaymentsList';

interface PaymentsFiltersProps {
  q: string;
  state: StateFilter;
  onChange: (filter: { q?: string; state?: string }) => void;
  onMore: () => void;
}

export const PaymentsFilters = ({ q, state, onChange, onMore }: PaymentsFiltersProps) => {
  const t = useT();
  return (
    <>
      <SearchBox
        label={t('list.search')}
        placeholder={t('list.search.placeholder')}
        value={q}
        onSearch={(text) => onChange({ q: text })}
      />
      <Box minWidth="18rem">
        <SingleSelect
          size="S"
          aria-label={t('list.filter.state')}
          value={state}
          onChange={(value) => onChange({ state: value === 'open' ? '' : String(value) })}
        >
          {STATES.map((option) => (
            <SingleSelectOption key={option} value={option}>
              {t(`filter.${option}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Button variant="tertiary" size="S" startIcon={<Filter />} onClick={onMore}>
        {t('filters.more')}
      </Button>
    </>
  );
};
