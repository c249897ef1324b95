import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { StaffReceipt } from '../../../../contracts/receipt-review';
import { toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useAcceptReceiptMutation } from '../../services/today';

/** What is typed to accept a receipt; an instalment whose amount is emptied gets nothing. */
export const useAcceptForm = (receipt: StaffReceipt, onAccepted: () => void) => {
  const t = useT();
  const format = useFormat();
  const reader = useReader();
  const { toggleNotification } = useNotification();
  const { currency } = receipt.amount;
  const [amounts, setAmounts] = useState(() =>
    receipt.proposal.map(({ amount }) => format.amount(amount.value, currency)),
  );
  const [paidOn, setPaidOn] = useState(() => format.day(receipt.paidOn));
  const [sendEmail, setSendEmail] = useState(true);
  const [accept] = useAcceptReceiptMutation();
  const save = useSave<StaffReceipt>();
  const problems = useFieldProblems(save.failure);

  const submit = () => {
    const day = reader.day(paidOn);
    const read = amounts.map((amount) => (amount.trim() === '' ? null : reader.amount(amount, currency)));
    if (!day.ok || read.some((amount) => amount && !amount.ok)) return;
    const allocations = read.flatMap((amount, index) => {
      const instalment = receipt.proposal[index]?.instalment;
      if (!amount?.ok || instalment === undefined) return [];
      return { instalment, amount: toDecimal(amount.value, currency as CurrencyCode) };
    });
    const { revision } = receipt.payment;
    const body = { revision, sendEmail, paidOn: day.value, allocations };
    void save.run(
      () => accept({ receipt: receipt.documentId, body }).unwrap(),
      () => {
        toggleNotification({ type: 'success', message: t('accept.done') });
        onAccepted();
      },
    );
  };

  return {
    amounts,
    setAmount: (index: number, text: string) => {
      setAmounts(amounts.map((amount, place) => (place === index ? text : amount)));
      problems.touch('allocations');
    },
    paidOn,
    setPaidOn: (text: string) => {
      setPaidOn(text);
      problems.touch('paidOn');
    },
    sendEmail,
    setSendEmail,
    save,
    problems,
    submit,
  };
};
