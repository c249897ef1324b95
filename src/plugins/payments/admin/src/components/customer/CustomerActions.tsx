import { useState } from 'react';
import { Flex, LinkButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import type { CustomerValue } from '../../../../contracts/customer';
import { API, paths } from '../../constants';
import { useDownload } from '../../hooks/useDownload';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import { CustomerDialog } from '../directory/CustomerDialog';
import { ArchiveDialog } from './ArchiveDialog';
import { EraseDialog } from './EraseDialog';
import { ReassignDialog } from './ReassignDialog';

type Open = 'edit' | 'archive' | 'reassign' | 'erase';

/** What can be done with a customer, as the role allows. */
export const CustomerActions = ({ customer }: { customer: CustomerValue }) => {
  const t = useT();
  const navigate = useNavigate();
  const allowed = useAllowed();
  const [open, setOpen] = useState<Open | null>(null);
  const { download } = useDownload();
  const close = () => setOpen(null);
  const exportData = () => void download(`${API}/customers/${customer.documentId}/data.zip`, `${customer.name}.zip`);
  const { documentId, archivedAt } = customer;
  return (
    <Flex gap={2} wrap="wrap">
      <SimpleMenu variant="secondary" size="S" label={t('payment.actions')}>
        {allowed('update') && <MenuItem onSelect={() => setOpen('edit')}>{t('customer.edit')}</MenuItem>}
        {allowed('update') && <MenuItem onSelect={() => setOpen('reassign')}>{t('customer.reassign')}</MenuItem>}
        <MenuItem onSelect={() => navigate(paths.statement(documentId))}>{t('statement.open')}</MenuItem>
        <MenuItem onSelect={exportData}>{t('customer.export')}</MenuItem>
        {allowed('update') && (
          <MenuItem variant={archivedAt ? 'default' : 'danger'} onSelect={() => setOpen('archive')}>
            {t(archivedAt ? 'customer.unarchive' : 'customer.archive')}
          </MenuItem>
        )}
        {allowed('delete') && (
          <MenuItem variant="danger" onSelect={() => setOpen('erase')}>
            {t('customer.eraseMenu')}
          </MenuItem>
        )}
      </SimpleMenu>
      {allowed('create') && !archivedAt && (
        <LinkButton tag={NavLink} to={`${paths.create}?customer=${documentId}`} startIcon={<Plus />}>
          {t('list.create')}
        </LinkButton>
      )}
      {open === 'edit' && <CustomerDialog customer={customer} onSaved={close} onClose={close} />}
      {open === 'archive' && <ArchiveDialog customer={customer} onClose={close} />}
      {open === 'erase' && <EraseDialog customer={customer} onClose={close} />}
      {open === 'reassign' && <ReassignDialog customer={customer} onClose={close} />}
    </Flex>
  );
};
