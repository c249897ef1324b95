import { Box, Checkbox, Flex, Td, Tr, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { StaffPaymentItem } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { PaymentStateBadge } from '../shared/StateBadge';
import { shownStateOf } from '../shared/states';
import { TitleLink } from '../shared/TitleLink';
import type { Selection } from './useSelection';

interface PaymentRowProps {
  payment: StaffPaymentItem;
  /** Two columns instead of five: what the others say stands under the title. */
  narrow: boolean;
  /** On a customer's own page its name is said already. */
  ofCustomer: boolean;
  selection: Selection;
}

const Title = ({ payment }: { payment: StaffPaymentItem }) => (
  <>
    <TitleLink to={paths.payment(payment.documentId)} title={payment.title} />
    <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
      {[payment.reference, payment.institution?.name].filter(Boolean).join(' · ')}
    </Typography>
  </>
);

const Next = ({ payment: { next, instalmentCount } }: { payment: StaffPaymentItem }) => {
  const t = useT();
  const format = useFormat();
  if (!next) return <Typography textColor="neutral600">{t('list.noNext')}</Typography>;
  return (
    <>
      <Typography>{format.weekDay(next.dueDate)}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('list.next', { number: next.number, of: instalmentCount, amount: format.money(next.amount) })}
      </Typography>
    </>
  );
};

const Total = ({ payment }: { payment: StaffPaymentItem }) => {
  const t = useT();
  const format = useFormat();
  const partPaid = payment.state === 'open' && Number(payment.paid.value) > 0;
  return (
    <Td style={{ textAlign: 'right' }}>
      <Amount money={payment.total} fontWeight="semiBold" />
      {partPaid && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('list.outstanding', { amount: format.money(payment.outstanding) })}
        </Typography>
      )}
    </Td>
  );
};

/** One payment of the list; the whole row opens it, the title is the link that the keyboard finds. */
export const PaymentRow = ({ payment, narrow, ofCustomer, selection }: PaymentRowProps) => {
  const navigate = useNavigate();
  const t = useT();
  const { customer } = payment;
  const state = <PaymentStateBadge state={shownStateOf(payment)} />;
  return (
    <Tr onClick={() => navigate(paths.payment(payment.documentId))} style={{ cursor: 'pointer' }}>
      <Td onClick={(event: React.MouseEvent) => event.stopPropagation()}>
        <Checkbox
          aria-label={t('bulk.select', { customer: customer.name, title: payment.title })}
          checked={selection.has(payment.documentId)}
          onCheckedChange={() => selection.toggle(payment.documentId)}
        />
      </Td>
      <Td>
        <Box maxWidth={narrow ? '17rem' : '32rem'} paddingTop={narrow ? 3 : 0} paddingBottom={narrow ? 3 : 0}>
          <Title payment={payment} />
          {narrow && (
            <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
              <Typography ellipsis width="100%">
                {customer.name}
              </Typography>
              <Next payment={payment} />
              {state}
            </Flex>
          )}
        </Box>
      </Td>
      {!narrow && (
        <>
          {!ofCustomer && (
            <Td>
              <Box maxWidth="24rem">
                <Typography ellipsis>{customer.name}</Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {customer.taxNumber}
                </Typography>
              </Box>
            </Td>
          )}
          <Td>
            <Next payment={payment} />
          </Td>
        </>
      )}
      <Total payment={payment} />
      {!narrow && <Td>{state}</Td>}
    </Tr>
  );
};
