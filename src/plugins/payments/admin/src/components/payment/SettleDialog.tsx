import { useState } from 'react';
import { Grid } from '@strapi/design-system';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useOffice } from '../../hooks/useOffice';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { useReader } from '../../hooks/useReader';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useSettleInstalmentMutation } from '../../services/payment-edits';
import { AmountField } from '../fields/AmountField';
import { DayField } from '../fields/DayField';
import { Cell } from '../shared/Cell';
import { FormDialog } from '../shared/FormDialog';
import { ConflictNotice } from './ConflictNotice';
import { SendEmail } from './SendEmail';

interface SettleDialogProps {
  payment: StaffPayment;
  instalment: StaffInstalment;
  onClose: () => void;
}

/** Marks an instalment paid: in full unless less is typed, with a surcharge apart from it. */
export const SettleDialog = ({ payment, instalment, onClose }: SettleDialogProps) => {
  const t = useT();
  const format = useFormat();
  const reader = useReader();
  const { today } = useOffice();
  const { currency } = instalment.amount;
  const [amount, setAmount] = useState(() => format.amount(instalment.outstanding.value, currency));
  const [surcharge, setSurcharge] = useState('');
  const [paidOn, setPaidOn] = useState(() => format.day(today));
  const [sendEmail, setSendEmail] = useState(false);
  const [settle] = useSettleInstalmentMutation();
  const edit = usePaymentEdit(payment);
  const problems = useFieldProblems(edit.failure);

  const submit = () => {
    const day = reader.day(paidOn);
    const paid = reader.amount(amount, currency);
    const extra = surcharge.trim() === '' ? null : reader.amount(surcharge, currency);
    if (!day.ok || !paid.ok || (extra && !extra.ok)) return;
    const body = {
      paidOn: day.value,
      amount: toDecimal(paid.value, currency as CurrencyCode),
      ...(extra && { surcharge: toDecimal(extra.value, currency as CurrencyCode) }),
      sendEmail,
    };
    void edit.run(
      (revision) => settle({ instalment: instalment.documentId, body: { ...body, revision } }).unwrap(),
      onClose,
    );
  };

  return (
    <FormDialog
      title={t('settle.title', { number: instalment.number, of: instalment.of })}
      submit={t('settle.submit')}
      busy={edit.busy}
      failure={edit.failure}
      currency={currency}
      onDismissFailure={edit.dismiss}
      onSubmit={submit}
      onClose={onClose}
      footer={<SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      {edit.conflict && <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />}
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <AmountField
            name="amount"
            label={t('settle.amount')}
            required
            currency={currency}
            value={amount}
            problem={problems.at('amount')}
            hint={t('settle.amount.hint', { amount: format.money(instalment.outstanding) })}
            onChange={(text) => {
              setAmount(text);
              problems.touch('amount');
            }}
          />
        </Cell>
        <Cell col={6}>
          <AmountField
            name="surcharge"
            label={t('settle.surcharge')}
            currency={currency}
            value={surcharge}
            problem={problems.at('surcharge')}
            hint={t('settle.surcharge.hint')}
            onChange={(text) => {
              setSurcharge(text);
              problems.touch('surcharge');
            }}
          />
        </Cell>
      </Grid.Root>
      <DayField
        name="paidOn"
        label={t('settle.paidOn')}
        required
        value={paidOn}
        problem={problems.at('paidOn')}
        onChange={(text) => {
          setPaidOn(text);
          problems.touch('paidOn');
        }}
      />
    </FormDialog>
  );
};
