import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CustomerValue } from '../../../../contracts/customer';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import type { Column } from '../listing/columns';
import { EditButton } from '../listing/RowButtons';
import { RowsTable } from '../listing/RowsTable';
import { ToneBadge } from '../shared/ToneBadge';

interface CustomersTableProps {
  customers: readonly CustomerValue[];
  /** Absent for a role that may not. */
  onEdit?: (customer: CustomerValue) => void;
}

const Contacts = ({ contacts }: Pick<CustomerValue, 'contacts'>) => {
  const t = useT();
  if (contacts.length === 0) return <Typography textColor="neutral600">{t('customers.noContacts')}</Typography>;
  return (
    <Box tag="ul">
      {contacts.map((contact) => (
        <Flex tag="li" key={contact.documentId} gap={2} wrap="wrap">
          <Typography>{contact.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {contact.email ?? t('customers.noEmail')}
          </Typography>
          {contact.undeliverableSince && <ToneBadge tone="danger">{t('customers.undeliverable')}</ToneBadge>}
        </Flex>
      ))}
    </Box>
  );
};

/** In one line where there are columns beside it, else in as many as it needs. */
const Name = ({ customer, narrow }: { customer: CustomerValue; narrow: boolean }) => {
  const t = useT();
  return (
    <Flex gap={2} wrap={narrow ? 'wrap' : 'nowrap'}>
      <Link tag={NavLink} to={paths.customer(customer.documentId)}>
        <Typography fontWeight="semiBold" title={customer.name} ellipsis={!narrow}>
          {customer.name}
        </Typography>
      </Link>
      {customer.archivedAt && <Badge size="S">{t('customers.archived')}</Badge>}
    </Flex>
  );
};

/** Names of columns and what stands in them. */
const useColumns = (): Column<CustomerValue>[] => {
  const t = useT();
  const plain = (text: string | null, narrow: boolean) => (text || !narrow) && <Typography>{text ?? '—'}</Typography>;
  return [
    {
      name: 'customer',
      label: t('column.customer'),
      maxWidth: '32rem',
      cell: (customer, narrow) => <Name customer={customer} narrow={narrow} />,
    },
    { name: 'taxNumber', label: t('column.taxNumber'), cell: ({ taxNumber }, narrow) => plain(taxNumber, narrow) },
    { name: 'phone', label: t('column.phone'), cell: ({ phone }, narrow) => plain(phone, narrow) },
    {
      name: 'contacts',
      label: t('column.contacts'),
      maxWidth: '34rem',
      cell: ({ contacts }) => <Contacts contacts={contacts} />,
    },
  ];
};

export const CustomersTable = ({ customers, onEdit }: CustomersTableProps) => {
  const t = useT();
  return (
    <RowsTable
      label={t('customers.title')}
      rows={customers}
      keyOf={({ documentId }) => documentId}
      columns={useColumns()}
      actions={
        onEdit &&
        ((customer) => (
          <EditButton label={t('customers.edit', { name: customer.name })} onClick={() => onEdit(customer)} />
        ))
      }
    />
  );
};
