import { Table, Tbody, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { StaffPaymentItem } from '../../../../contracts/payment';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { SortHeader } from '../shared/SortHeader';
import { PaymentRow } from './PaymentRow';

interface PaymentsTableProps {
  payments: readonly StaffPaymentItem[];
  sort: string;
  onSort: (sort: string) => void;
  /** Other rows are on their way; these stay until they come. */
  stale: boolean;
}

export const PaymentsTable = ({ payments, sort, onSort, stale }: PaymentsTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  const sorting = { sort, onSort };
  return (
    <div aria-busy={stale} style={{ opacity: stale ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <Table colCount={narrow ? 2 : 5} rowCount={payments.length + 1} aria-label={t('list.title')}>
        <Thead>
          <Tr>
            <SortHeader name="title" label={t('column.payment')} {...sorting} />
            {!narrow && (
              <>
                <SortHeader name="customer" label={t('column.customer')} {...sorting} />
                <SortHeader name="nextDueDate" label={t('column.nextDueDate')} {...sorting} />
              </>
            )}
            <SortHeader name="total" label={t('column.total')} {...sorting} align="right" />
            {!narrow && <HeaderCell>{t('column.state')}</HeaderCell>}
          </Tr>
        </Thead>
        <Tbody>
          {payments.map((payment) => (
            <PaymentRow key={payment.documentId} payment={payment} narrow={narrow} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
