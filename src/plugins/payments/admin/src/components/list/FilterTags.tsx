import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useOffice } from '../../hooks/useOffice';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { FILTERS } from './usePaymentsList';
import type { NamedFilters, PaymentsFilter, PaymentsUrl } from './usePaymentsList';

interface FilterTagsProps {
  url: PaymentsUrl;
  named: NamedFilters;
  onRemove: (filter: PaymentsFilter) => void;
}

/** What narrows the list, in words; a click takes it away. */
export const FilterTags = ({ url, named, onRemove }: FilterTagsProps) => {
  const t = useT();
  const format = useFormat();
  const { currency } = useOffice();

  const valueOf = (filter: PaymentsFilter, value: string): string => {
    if (filter === 'customer') return named.customer?.name ?? '…';
    if (filter === 'institution') return named.institution?.name ?? '…';
    if (filter === 'responsible') return named.staff.find(({ documentId }) => documentId === value)?.name ?? '…';
    return filter === 'from' || filter === 'to' ? format.day(value) : format.money({ value, currency });
  };

  const active = FILTERS.filter((filter) => url[filter]);
  if (active.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={4} role="group" aria-label={t('filters.title')}>
      {active.map((filter) => {
        const text = t(`filters.tag.${filter}`, { value: valueOf(filter, url[filter] ?? '') });
        return (
          <Tag
            key={filter}
            icon={<Cross aria-hidden />}
            label={t('filters.remove', { filter: text })}
            onClick={() => onRemove(filter)}
          >
            {text}
          </Tag>
        );
      })}
    </Flex>
  );
};
