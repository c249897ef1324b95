import { useState } from 'react';
import { Box, Loader, Typography } from '@strapi/design-system';
import type { Erasure } from '../../../../contracts/customer-data';
import type { CustomerValue } from '../../../../contracts/customer';
import { useOffice } from '../../hooks/useOffice';
import { useSave } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useEraseCustomerMutation, useErasurePreviewQuery } from '../../services/customers';
import { CheckField } from '../fields/CheckField';
import { FormDialog } from '../shared/FormDialog';

interface ListProps {
  title: string;
  lines: readonly string[];
}

const Lines = ({ title, lines }: ListProps) => (
  <Box>
    <Typography fontWeight="bold">{title}</Typography>
    <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
      {lines.map((line) => (
        <Typography key={line} tag="li">
          {line}
        </Typography>
      ))}
    </Box>
  </Box>
);

const names = (people: Erasure['contacts']): string => people.map(({ name }) => name).join(', ');

/** What goes, and what has to stay. */
const Erased = ({ erasure, customer }: { erasure: Erasure; customer: CustomerValue }) => {
  const t = useT();
  const { payments, receipts, files, notices, contacts, sharedContacts } = erasure;
  const goes = [
    t('customer.erase.goes.customer', { name: customer.name }),
    ...(contacts.length > 0 ? [t('customer.erase.goes.contacts', { names: names(contacts) })] : []),
    ...(payments > 0 ? [t('customer.erase.goes.payments', { count: payments })] : []),
    ...(receipts + files > 0 ? [t('customer.erase.goes.receipts', { receipts, files })] : []),
    ...(notices > 0 ? [t('customer.erase.goes.notices', { count: notices })] : []),
  ];
  const stays = [
    ...(payments > 0 ? [t('customer.erase.stays.payments', { count: payments })] : []),
    ...(sharedContacts.length > 0 ? [t('customer.erase.stays.contacts', { names: names(sharedContacts) })] : []),
  ];
  return (
    <>
      <Lines title={t('customer.erase.goes')} lines={goes} />
      {stays.length > 0 && <Lines title={t('customer.erase.stays')} lines={stays} />}
    </>
  );
};

interface EraseDialogProps {
  customer: CustomerValue;
  onClose: () => void;
}

/** Erases a customer's personal data for good, once staff have seen what goes and what stays. */
export const EraseDialog = ({ customer, onClose }: EraseDialogProps) => {
  const t = useT();
  const { currency } = useOffice();
  const { documentId, name } = customer;
  const { data: erasure } = useErasurePreviewQuery(documentId, { refetchOnMountOrArgChange: true });
  const [logins, setLogins] = useState(true);
  const [cancels, setCancels] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const [erase] = useEraseCustomerMutation();
  const save = useSave<Erasure>();
  const hasOpen = (erasure?.open ?? 0) > 0;
  const confirmed: 'open-obligations'[] = hasOpen && cancels ? ['open-obligations'] : [];
  return (
    <FormDialog
      title={t('customer.erase.title', { name })}
      submit={t('customer.erase')}
      question
      danger
      busy={save.busy}
      disabled={!erasure || !understood || (hasOpen && !cancels)}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() => void save.run(() => erase({ documentId, body: { logins, confirmed } }).unwrap(), onClose)}
      onClose={onClose}
    >
      {erasure ? <Erased erasure={erasure} customer={customer} /> : <Loader>{t('loading')}</Loader>}
      {erasure && erasure.logins > 0 && (
        <CheckField
          name="logins"
          label={t('customer.erase.logins', { count: erasure.logins })}
          checked={logins}
          onChange={setLogins}
        />
      )}
      {erasure && hasOpen && (
        <CheckField
          name="open"
          label={t('customer.erase.open', { count: erasure.open })}
          checked={cancels}
          onChange={setCancels}
        />
      )}
      <CheckField
        name="understood"
        label={t('customer.erase.understood')}
        checked={understood}
        onChange={setUnderstood}
      />
    </FormDialog>
  );
};
