import { useState } from 'react';
import type { StaffPayment } from '../../../../contracts/payment';
import { parseDecimal, toDecimal, ZERO } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import { suggestNextRow } from '../../../../domain/plan';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { useReader } from '../../hooks/useReader';
import type { Reader } from '../../plan/reader';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useAddInstalmentMutation } from '../../services/payment-edits';
import { AmountField } from '../fields/AmountField';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { TextField } from '../fields/TextField';
import { ConfirmWarnings } from '../shared/ConfirmWarnings';
import { FormDialog } from '../shared/FormDialog';
import { ConflictNotice } from './ConflictNotice';
import { conventionOfPlan, DueDate } from './DueDate';
import { SendEmail } from './SendEmail';

interface AddInstalmentDialogProps {
  payment: StaffPayment;
  onClose: () => void;
}

/** What the plan suggests: a period after the last instalment, as much as it. */
const proposal = ({ instalments, period, total }: StaffPayment, reader: Reader) => {
  const rows = instalments
    .filter(({ state }) => state !== 'cancelled')
    .flatMap(({ amount, nominalDate }) => {
      const read = parseDecimal(amount.value, total.currency);
      return read.ok ? [{ amount: read.value, date: nominalDate }] : [];
    });
  const { date } = suggestNextRow(rows, ZERO, period ?? undefined);
  const last = rows[rows.length - 1];
  return {
    amount: last ? reader.writeAmount(last.amount, total.currency) : '',
    date: date ? reader.writeDay(date) : '',
  };
};

const begin = (payment: StaffPayment, reader: Reader) => ({
  ...proposal(payment, reader),
  pinned: false,
  code: '',
  note: '',
});

/** One more instalment of a running plan; the total grows by it. */
export const AddInstalmentDialog = ({ payment, onClose }: AddInstalmentDialogProps) => {
  const t = useT();
  const reader = useReader();
  const problemText = useProblemText();
  const { currency } = payment.total;
  const [typed, setTyped] = useState(() => begin(payment, reader));
  const [sendEmail, setSendEmail] = useState(true);
  const [add] = useAddInstalmentMutation();
  const edit = usePaymentEdit(payment);
  const problems = useFieldProblems(edit.failure);
  const change = (next: Partial<typeof typed>, path: string) => {
    setTyped((before) => ({ ...before, ...next }));
    problems.touch(path);
  };
  const amount = reader.amount(typed.amount, currency);
  const date = reader.day(typed.date);
  const codeProblem = problems.at('paymentCode');

  const submit = () => {
    if (!amount.ok || !date.ok) return;
    const body = {
      amount: toDecimal(amount.value, currency as CurrencyCode),
      date: date.value,
      ...(typed.pinned && { pinned: true }),
      ...(typed.code.trim() && { paymentCode: typed.code.trim() }),
      ...(typed.note.trim() && { note: typed.note.trim() }),
      sendEmail,
    };
    void edit.run(
      (revision, confirmed) => add({ payment: payment.documentId, body: { ...body, revision, confirmed } }).unwrap(),
      onClose,
    );
  };

  return (
    <FormDialog
      title={t('add.title')}
      submit={t('action.add')}
      busy={edit.busy}
      disabled={!amount.ok || !date.ok}
      failure={edit.failure}
      currency={currency}
      onDismissFailure={edit.dismiss}
      onSubmit={submit}
      onClose={onClose}
      footer={<SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      {edit.conflict && <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />}
      <AmountField
        name="amount"
        label={t('field.amount')}
        required
        currency={currency}
        value={typed.amount}
        hint={t('add.amount.hint')}
        problem={problems.at('amount')}
        onChange={(text) => change({ amount: text }, 'amount')}
      />
      <DayField
        name="date"
        label={t('field.deadline')}
        required
        value={typed.date}
        problem={problems.at('date')}
        onChange={(text) => change({ date: text }, 'date')}
      />
      <CheckField
        name="pinned"
        label={t('field.pinned')}
        checked={typed.pinned}
        onChange={(pinned) => change({ pinned }, 'date')}
      />
      <DueDate
        date={typed.date}
        pinned={typed.pinned}
        convention={conventionOfPlan(payment)}
        institution={payment.institution?.documentId ?? null}
        currency={currency}
      />
      <TextField
        name="paymentCode"
        label={t('field.ownCode')}
        value={typed.code}
        error={codeProblem && problemText(codeProblem, currency)}
        onChange={(code) => change({ code }, 'paymentCode')}
      />
      <TextField
        name="note"
        label={t('field.note')}
        hint={t('field.note.hint')}
        value={typed.note}
        onChange={(note) => change({ note }, 'note')}
      />
      <ConfirmWarnings warnings={edit.confirm} busy={edit.busy} onConfirm={edit.accept} onCancel={edit.dismiss} />
    </FormDialog>
  );
};
