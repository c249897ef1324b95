import { Badge, Box, Flex, IconButton, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useIsMobile } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { CustomerValue } from '../../../../contracts/customer';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';

interface CustomersTableProps {
  customers: readonly CustomerValue[];
  /** Absent for a role that may not. */
  onEdit?: (customer: CustomerValue) => void;
}

const Contacts = ({ contacts }: Pick<CustomerValue, 'contacts'>) => {
  const t = useT();
  if (contacts.length === 0) return <Typography textColor="neutral600">{t('customers.noContacts')}</Typography>;
  return (
    <Box tag="ul" maxWidth="34rem" minWidth={0} style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
      {contacts.map((contact) => (
        <Flex tag="li" key={contact.documentId} gap={2} wrap="wrap">
          <Typography>{contact.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {contact.email ?? t('customers.noEmail')}
          </Typography>
          {contact.undeliverableSince && (
            <Badge size="S" variant="danger">
              {t('customers.undeliverable')}
            </Badge>
          )}
        </Flex>
      ))}
    </Box>
  );
};

/** In one line where there are columns beside it, else in as many as it needs. */
const Name = ({ customer, narrow }: { customer: CustomerValue; narrow?: boolean }) => {
  const t = useT();
  const whole = narrow ? { style: { overflowWrap: 'anywhere', whiteSpace: 'normal' } as const } : { ellipsis: true };
  return (
    <Flex gap={2} maxWidth="32rem" wrap={narrow ? 'wrap' : 'nowrap'}>
      <Link tag={NavLink} to={paths.customer(customer.documentId)}>
        <Typography fontWeight="semiBold" title={customer.name} {...whole}>
          {customer.name}
        </Typography>
      </Link>
      {customer.archivedAt && <Badge size="S">{t('customers.archived')}</Badge>}
    </Flex>
  );
};

/** What the other columns say, under the name. */
const NarrowCell = ({ customer }: { customer: CustomerValue }) => (
  <Td>
    <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="22rem" paddingTop={3} paddingBottom={3}>
      <Name customer={customer} narrow />
      <Typography variant="pi" textColor="neutral600">
        {[customer.taxNumber, customer.phone].filter(Boolean).join(' · ')}
      </Typography>
      <Contacts contacts={customer.contacts} />
    </Flex>
  </Td>
);

const WideCells = ({ customer }: { customer: CustomerValue }) => (
  <>
    <Td>
      <Name customer={customer} />
    </Td>
    <Td>
      <Typography>{customer.taxNumber ?? '—'}</Typography>
    </Td>
    <Td>
      <Typography>{customer.phone ?? '—'}</Typography>
    </Td>
    <Td>
      <Contacts contacts={customer.contacts} />
    </Td>
  </>
);

export const CustomersTable = ({ customers, onEdit }: CustomersTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  const columns = narrow ? (['customer'] as const) : (['customer', 'taxNumber', 'phone', 'contacts'] as const);
  return (
    <Table colCount={columns.length + 1} rowCount={customers.length + 1} aria-label={t('customers.title')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <HeaderCell key={column}>{t(`column.${column}`)}</HeaderCell>
          ))}
          <Th>{''}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {customers.map((customer) => (
          <Tr key={customer.documentId}>
            {narrow ? <NarrowCell customer={customer} /> : <WideCells customer={customer} />}
            <Td>
              {onEdit && (
                <IconButton
                  label={t('customers.edit', { name: customer.name })}
                  variant="ghost"
                  onClick={() => onEdit(customer)}
                >
                  <Pencil />
                </IconButton>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
