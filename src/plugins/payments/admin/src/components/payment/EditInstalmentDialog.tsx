import { Field, Flex, Radio } from '@strapi/design-system';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { AmountField } from '../fields/AmountField';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { TextField } from '../fields/TextField';
import { ConfirmWarnings } from '../shared/ConfirmWarnings';
import { FormDialog } from '../shared/FormDialog';
import { ConflictNotice } from './ConflictNotice';
import { conventionOfPlan, DueDate } from './DueDate';
import { SendEmail } from './SendEmail';
import { RESTS, useInstalmentForm } from './useInstalmentForm';
import type { Rest } from './useInstalmentForm';

interface EditInstalmentDialogProps {
  payment: StaffPayment;
  instalment: StaffInstalment;
  onClose: () => void;
}

/** To modify an instalment: its amount, with the choice where the difference goes, its deadline, code and note. */
export const EditInstalmentDialog = ({ payment, instalment, onClose }: EditInstalmentDialogProps) => {
  const t = useT();
  const problemText = useProblemText();
  const form = useInstalmentForm(payment, instalment, onClose);
  const { values, change, edit } = form;
  const { currency } = instalment.amount;
  const fixed = instalment.state === 'paid' || instalment.state === 'cancelled';
  const errorOf = (path: string) => {
    const problem = form.problemAt(path);
    return problem && problemText(problem, currency);
  };

  return (
    <FormDialog
      title={t('instalment.edit', { number: instalment.number, of: instalment.of })}
      submit={t('action.save')}
      busy={edit.busy}
      disabled={form.nothing}
      failure={edit.failure}
      currency={currency}
      onDismissFailure={edit.dismiss}
      onSubmit={form.submit}
      onClose={onClose}
      footer={<SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />}
    >
      {edit.conflict && <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />}
      <AmountField
        name="amount"
        label={t('field.amount')}
        required
        disabled={fixed}
        currency={currency}
        value={values.amount}
        problem={form.problemAt('amount')}
        hint={fixed ? t('instalment.fixed') : undefined}
        onChange={(amount) => change({ amount }, 'amount')}
      />
      {form.amountChanged && (
        <Field.Root name="rest" error={errorOf('rest')}>
          <Field.Label>{t('rest.title')}</Field.Label>
          <Radio.Group
            aria-label={t('rest.title')}
            value={values.rest}
            onValueChange={(rest: string) => change({ rest: rest as Rest }, 'rest')}
          >
            <Flex direction="column" alignItems="flex-start" gap={2}>
              {RESTS.map((rest) => (
                <Radio.Item key={rest} value={rest}>
                  {t(`rest.${rest}`)}
                </Radio.Item>
              ))}
            </Flex>
          </Radio.Group>
          <Field.Error />
        </Field.Root>
      )}
      <DayField
        name="dueDate"
        label={t('field.deadline')}
        required
        disabled={fixed}
        value={values.date}
        problem={form.problemAt('dueDate')}
        onChange={(date) => change({ date }, 'dueDate')}
      />
      {!fixed && (
        <>
          <CheckField
            name="pinned"
            label={t('field.pinned')}
            checked={values.pinned}
            onChange={(pinned) => change({ pinned }, 'dueDate')}
          />
          {form.dateTouched && (
            <DueDate
              date={values.date}
              pinned={values.pinned}
              convention={conventionOfPlan(payment)}
              institution={payment.institution?.documentId ?? null}
              currency={currency}
            />
          )}
        </>
      )}
      <TextField
        name="paymentCode"
        label={t('field.ownCode')}
        hint={payment.paymentCode ? t('field.ownCode.hint', { code: payment.paymentCode.display }) : undefined}
        value={values.code}
        error={errorOf('paymentCode')}
        onChange={(code) => change({ code }, 'paymentCode')}
      />
      <TextField
        name="note"
        label={t('field.note')}
        hint={t('field.note.hint')}
        value={values.note}
        error={errorOf('note')}
        onChange={(note) => change({ note }, 'note')}
      />
      <ConfirmWarnings warnings={edit.confirm} busy={edit.busy} onConfirm={edit.accept} onCancel={edit.dismiss} />
    </FormDialog>
  );
};
