import { useState } from 'react';
import { IconButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useDebounce } from '@strapi/strapi/admin';
import type { CustomerValue } from '../../../../contracts/customer';
import { useT } from '../../intl/useT';
import { useListCustomersQuery } from '../../services/customers';
import { SearchField } from './SearchField';

/** What the form needs of a customer. */
export type CustomerChoice = Pick<CustomerValue, 'documentId' | 'name' | 'taxNumber'> &
  Partial<Pick<CustomerValue, 'contacts'>>;

interface CustomerFieldProps {
  /** `Customer` unless told. */
  label?: string;
  value: CustomerChoice | null;
  onChange: (customer: CustomerChoice | null) => void;
  /** Shows (+), which asks for a new customer. */
  onNew?: () => void;
  error?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Two customers may share a name; the tax number, or the first address, tells which of them this is. */
const customerLabel = (customer: CustomerChoice): string =>
  [customer.name, customer.taxNumber ?? customer.contacts?.[0]?.email].filter(Boolean).join(' · ');

/** A customer, found on the server by name, tax number or email. */
export const CustomerField = ({ label, onNew, disabled, ...field }: CustomerFieldProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const q = useDebounce(text, 200).trim().slice(0, 100);
  const { data, isFetching } = useListCustomersQuery({ q: q || undefined, archived: 'false', pageSize: 20 });

  return (
    <SearchField<CustomerChoice>
      {...field}
      label={label ?? t('field.customer')}
      name="customer"
      disabled={disabled}
      found={data?.data ?? []}
      searched={q}
      loading={isFetching}
      onSearch={setText}
      labelOf={customerLabel}
      placeholder={t('field.customer.placeholder')}
      noneFound={t('field.customer.none')}
      action={
        onNew && (
          <IconButton label={t('field.customer.new')} size="L" onClick={onNew} disabled={disabled}>
            <Plus />
          </IconButton>
        )
      }
    />
  );
};
