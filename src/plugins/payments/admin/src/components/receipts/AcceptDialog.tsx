import { Flex, Grid, Typography } from '@strapi/design-system';
import type { StaffReceipt } from '../../../../contracts/receipt-review';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { AmountField } from '../fields/AmountField';
import { DayField } from '../fields/DayField';
import { SendEmail } from '../payment/SendEmail';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import { useAcceptForm } from './useAcceptForm';

interface AcceptDialogProps {
  receipt: StaffReceipt;
  onClose: () => void;
}

/** What accepting marks paid: the instalment, and the following ones where more was paid; each amount can be changed. */
export const AcceptDialog = ({ receipt, onClose }: AcceptDialogProps) => {
  const t = useT();
  const format = useFormat();
  const form = useAcceptForm(receipt, onClose);
  const { currency } = receipt.amount;

  return (
    <FormDialog
      title={t('accept.title')}
      submit={t('accept.submit')}
      busy={form.save.busy}
      failure={form.save.failure}
      currency={currency}
      onDismissFailure={form.save.dismiss}
      onSubmit={form.submit}
      onClose={onClose}
      footer={<SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />}
    >
      <Typography>
        {t('accept.text', {
          name: receipt.contact?.name ?? receipt.customer.name,
          amount: format.money(receipt.amount),
          day: format.weekDay(receipt.paidOn),
        })}
      </Typography>
      {receipt.proposal.length === 0 && <Typography textColor="neutral600">{t('accept.nothing')}</Typography>}
      {receipt.proposal.length > 1 && <Typography textColor="neutral600">{t('accept.several')}</Typography>}
      <Flex direction="column" alignItems="stretch" gap={4}>
        {receipt.proposal.map(({ instalment, number, dueDate, outstanding }, index) => (
          <Grid.Root key={instalment} gap={4} gridCols={12}>
            <Cell col={12}>
              <AmountField
                name={`allocations.${index}.amount`}
                label={t('accept.amount', { number, day: format.day(dueDate) })}
                currency={currency}
                value={form.amounts[index] ?? ''}
                problem={form.problems.at(`allocations.${index}`)}
                hint={t('settle.amount.hint', { amount: format.money(outstanding) })}
                onChange={(text) => form.setAmount(index, text)}
              />
            </Cell>
          </Grid.Root>
        ))}
      </Flex>
      <DayField
        name="paidOn"
        label={t('settle.paidOn')}
        required
        value={form.paidOn}
        problem={form.problems.at('paidOn')}
        onChange={form.setPaidOn}
      />
    </FormDialog>
  );
};
