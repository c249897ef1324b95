import { Checkbox, Table, Tbody, Th, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { StaffPaymentItem } from '../../../../contracts/payment';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { SortHeader } from '../shared/SortHeader';
import { PaymentRow } from './PaymentRow';
import type { Selection } from './useSelection';

interface PaymentsTableProps {
  payments: readonly StaffPaymentItem[];
  selection: Selection;
  /** All are of one customer, whose name is said already. */
  ofCustomer?: boolean;
  sort: string;
  onSort: (sort: string) => void;
  /** Other rows are on their way; these stay until they come. */
  stale: boolean;
}

export const PaymentsTable = ({ payments, selection, ofCustomer = false, sort, onSort, stale }: PaymentsTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  const sorting = { sort, onSort };
  return (
    <div aria-busy={stale} style={{ opacity: stale ? 0.6 : 1, transition: 'opacity 150ms' }}>
      <Table colCount={narrow ? 3 : ofCustomer ? 5 : 6} rowCount={payments.length + 1} aria-label={t('list.title')}>
        <Thead>
          <Tr>
            <Th>
              <Checkbox aria-label={t('bulk.all')} checked={selection.all} onCheckedChange={selection.toggleAll} />
            </Th>
            <SortHeader name="title" label={t('column.payment')} {...sorting} />
            {!narrow && (
              <>
                {!ofCustomer && <SortHeader name="customer" label={t('column.customer')} {...sorting} />}
                <SortHeader name="nextDueDate" label={t('column.nextDueDate')} {...sorting} />
              </>
            )}
            <SortHeader name="total" label={t('column.total')} {...sorting} align="right" />
            {!narrow && <HeaderCell>{t('column.state')}</HeaderCell>}
          </Tr>
        </Thead>
        <Tbody>
          {payments.map((payment) => (
            <PaymentRow
              key={payment.documentId}
              payment={payment}
              narrow={narrow}
              ofCustomer={ofCustomer}
              selection={selection}
            />
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
