import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { StaffPayment } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { usePaymentEdit } from '../../hooks/usePaymentEdit';
import { useFormat } from '../../intl/useFormat';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useLosePaymentMutation } from '../../services/payment-edits';
import { useListPaymentsQuery } from '../../services/payments';
import { ConflictNotice } from '../payment/ConflictNotice';
import { SendEmail } from '../payment/SendEmail';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';

/** What replaces it, beside the customer's payments: one that is registered next, or nothing. */
type Next = 'register' | 'none';

/** The customer's open payments; staff know them by title and reference. */
const useCandidates = ({ customer, documentId }: StaffPayment) => {
  const { data } = useListPaymentsQuery({ customer: customer.documentId, state: 'open', pageSize: 100 });
  return (data?.data ?? []).filter((each) => each.documentId !== documentId);
};

/** Says that an arrangement is lost: why, what replaces it, and whether the customer is told by email. */
export const LoseDialog = ({ payment, onClose }: { payment: StaffPayment; onClose: () => void }) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [next, setNext] = useState<string>(allowed('create') ? 'register' : 'none');
  const [sendEmail, setSendEmail] = useState(true);
  const [lose] = useLosePaymentMutation();
  const edit = usePaymentEdit(payment);
  const problems = useFieldProblems(edit.failure);
  const candidates = useCandidates(payment);
  const { currency } = payment.total;
  const errorOf = (path: string) => {
    const problem = problems.at(path);
    return problem && problemText(problem, currency);
  };
  const plain: Next[] = allowed('create') ? ['register', 'none'] : ['none'];

  const submit = () =>
    void edit.run(
      (revision) =>
        lose({
          payment: payment.documentId,
          body: {
            revision,
            sendEmail,
            reason,
            ...(candidates.some(({ documentId }) => documentId === next) && { replacedBy: next }),
          },
        }).unwrap(),
      () => {
        onClose();
        if (next === 'register') navigate(paths.replacement(payment.documentId));
      },
    );

  return (
    <FormDialog
      title={t('lose.title')}
      submit={t('lose.submit')}
      danger
      busy={edit.busy}
      disabled={reason.trim() === ''}
      failure={edit.failure}
      currency={currency}
      onDismissFailure={edit.dismiss}
      onSubmit={submit}
      onClose={onClose}
      footer={<SendEmail checked={sendEmail} onChange={setSendEmail} />}
    >
      {edit.conflict && <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />}
      <Typography>{t('lose.text', { amount: format.money(payment.outstanding) })}</Typography>
      <TextField
        name="reason"
        label={t('lose.reason')}
        hint={t('lose.reason.hint')}
        required
        maxLength={200}
        value={reason}
        error={errorOf('reason')}
        onChange={(text) => {
          setReason(text);
          problems.touch('reason');
        }}
      />
      <SelectField
        name="replacedBy"
        label={t('lose.replacedBy')}
        value={next}
        error={errorOf('replacedBy')}
        onChange={setNext}
        options={[
          ...plain.map((value) => ({ value: value as string, label: t(`lose.replacedBy.${value}`) })),
          ...candidates.map(({ documentId, title, reference, outstanding }) => ({
            value: documentId,
            label: `${title} · ${reference} · ${format.money(outstanding)}`,
          })),
        ]}
      />
    </FormDialog>
  );
};
