import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ContactWithCustomers } from '../../../../contracts/customer';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import type { Column } from '../listing/columns';
import { EditButton } from '../listing/RowButtons';
import { RowsTable } from '../listing/RowsTable';
import { ContactBadges } from './ContactBadges';
import { InviteButton } from './InviteButton';

interface ContactsTableProps {
  contacts: readonly ContactWithCustomers[];
  /** Absent for a role that may not. */
  onEdit?: (contact: ContactWithCustomers) => void;
  stale: boolean;
}

const Customers = ({ customers }: Pick<ContactWithCustomers, 'customers'>) => {
  const t = useT();
  if (customers.length === 0) return <Typography textColor="neutral600">{t('contact.actsForNobody')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
      {customers.map(({ documentId, name }) => (
        <li key={documentId}>
          <Link tag={NavLink} to={paths.customer(documentId)}>
            {name}
          </Link>
        </li>
      ))}
    </Flex>
  );
};

const useColumns = (): Column<ContactWithCustomers>[] => {
  const t = useT();
  const format = useFormat();
  return [
    {
      name: 'contact',
      label: t('column.contact'),
      maxWidth: '34rem',
      cell: (contact) => (
        <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={3}>
          <Typography fontWeight="semiBold">{contact.name}</Typography>
          {contact.email && (
            <Typography variant="pi" textColor="neutral600">
              {contact.email}
            </Typography>
          )}
          <ContactBadges contact={contact} />
        </Flex>
      ),
    },
    {
      name: 'actsFor',
      label: t('column.actsFor'),
      maxWidth: '30rem',
      cell: ({ customers }) => <Customers customers={customers} />,
    },
    {
      name: 'lastSignIn',
      label: t('column.lastSignIn'),
      cell: ({ lastSignInAt }, narrow) => {
        const text = lastSignInAt ? format.instant(lastSignInAt) : t('contact.neverSignedIn');
        return (
          <Typography textColor={lastSignInAt ? undefined : 'neutral600'}>
            {narrow && lastSignInAt ? `${t('column.lastSignIn')}: ${text}` : text}
          </Typography>
        );
      },
    },
  ];
};

/** Who acts for customers, whether mail reaches them, and when they were last here. */
export const ContactsTable = ({ contacts, onEdit, stale }: ContactsTableProps) => {
  const t = useT();
  return (
    <RowsTable
      label={t('contacts.title')}
      rows={contacts}
      keyOf={({ documentId }) => documentId}
      columns={useColumns()}
      stale={stale}
      actions={(contact) => (
        <>
          <InviteButton contact={contact} />
          {onEdit && <EditButton label={t('contacts.edit', { name: contact.name })} onClick={() => onEdit(contact)} />}
        </>
      )}
    />
  );
};
