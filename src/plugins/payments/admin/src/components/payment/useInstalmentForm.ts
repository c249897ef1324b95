import { useState } from 'react';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import type { Day } from '../../../../domain/day';
import { toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { useReader } from '../../hooks/useReader';
import { useFormat } from '../../intl/useFormat';
import type { Reader } from '../../plan/reader';
import { useUpdateInstalmentMutation } from '../../services/payment-edits';
import type { UpdateInstalmentBody } from '../../services/payment-edits';

/** Where an amount's difference goes. */
export const RESTS = ['total', 'last', 'spread'] as const;
export type Rest = (typeof RESTS)[number];

/** What was typed of an instalment; a field that is absent was left alone. */
export interface InstalmentEdits {
  amount?: string;
  rest: Rest;
  date?: string;
  pinned?: boolean;
  code?: string;
  note?: string;
}

type Changes = Omit<UpdateInstalmentBody, 'revision' | 'sendEmail' | 'confirmed'>;

/** The date to send: one that was typed, or, where only *keep this date* changed, the one that is kept or let go. */
const meantDate = (
  instalment: StaffInstalment,
  { pinned }: InstalmentEdits,
  typed: Day | undefined,
): Day | undefined => {
  if (typed !== undefined && typed !== instalment.dueDate) return typed;
  if (pinned === undefined || pinned === instalment.pinned) return undefined;
  return pinned ? instalment.dueDate : instalment.nominalDate;
};

/** The request of an edit: what was changed; null while something typed cannot be read. */
export const instalmentChanges = (
  instalment: StaffInstalment,
  edits: InstalmentEdits,
  reader: Reader,
): Changes | null => {
  const { currency } = instalment.amount;
  const amount = edits.amount === undefined ? undefined : reader.amount(edits.amount, currency);
  const date = edits.date === undefined ? undefined : reader.day(edits.date);
  if (amount?.ok === false || date?.ok === false) return null;
  const newAmount = amount && toDecimal(amount.value, currency as CurrencyCode);
  const meant = meantDate(instalment, edits, date?.value);
  return {
    ...(newAmount !== undefined && newAmount !== instalment.amount.value && { amount: newAmount, rest: edits.rest }),
    ...(meant !== undefined && { dueDate: meant, pinned: edits.pinned ?? instalment.pinned }),
    ...(edits.code !== undefined && { paymentCode: edits.code.trim() || null }),
    ...(edits.note !== undefined && { note: edits.note.trim() || null }),
  };
};

/** The edit of one instalment, over whatever it is now. */
export const useInstalmentForm = (payment: StaffPayment, instalment: StaffInstalment, onSaved: () => void) => {
  const reader = useReader();
  const format = useFormat();
  const [edits, setEdits] = useState<InstalmentEdits>({ rest: 'total' });
  const [sendEmail, setSendEmail] = useState(true);
  const [update] = useUpdateInstalmentMutation();
  const edit = usePaymentEdit(payment);
  const problems = useFieldProblems(edit.failure);
  const changes = instalmentChanges(instalment, edits, reader);

  return {
    values: {
      amount: edits.amount ?? format.amount(instalment.amount.value, instalment.amount.currency),
      rest: edits.rest,
      date: edits.date ?? format.day(instalment.dueDate),
      pinned: edits.pinned ?? instalment.pinned,
      code: edits.code ?? (instalment.ownPaymentCode ? (instalment.paymentCode?.display ?? '') : ''),
      note: edits.note ?? instalment.note ?? '',
    },
    amountChanged: changes?.amount !== undefined,
    dateTouched: edits.date !== undefined || edits.pinned !== undefined,
    nothing: changes !== null && Object.keys(changes).length === 0,
    change: (next: Partial<InstalmentEdits>, path: string) => {
      setEdits((before) => ({ ...before, ...next }));
      problems.touch(path);
    },
    problemAt: problems.at,
    sendEmail,
    setSendEmail,
    edit,
    submit: () => {
      if (!changes) return;
      void edit.run(
        (revision, confirmed) =>
          update({ instalment: instalment.documentId, body: { ...changes, revision, sendEmail, confirmed } }).unwrap(),
        onSaved,
      );
    },
  };
};
