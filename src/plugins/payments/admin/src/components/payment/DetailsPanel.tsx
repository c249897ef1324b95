import type { StaffPayment } from '../../../../contracts/payment';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useGetInstitutionQuery } from '../../services/institutions';
import { CodeField } from '../fields/CodeField';
import { CustomerField } from '../fields/CustomerField';
import { InstitutionField } from '../fields/InstitutionField';
import { LostAfterField } from '../fields/LostAfterField';
import { DescriptionField, TitleField } from '../fields/WhatFields';
import { Panel } from '../shared/Panel';
import { StaffComments } from '../shared/StaffComments';
import type { PaymentDetails } from './usePaymentDetails';

interface DetailsPanelProps {
  payment: StaffPayment;
  form: PaymentDetails;
  disabled: boolean;
}

/** Who and what: editable where it stands. */
export const DetailsPanel = ({ payment, form, disabled }: DetailsPanelProps) => {
  const t = useT();
  const problemText = useProblemText();
  const { details, change } = form;
  const institutionId = details.institution?.documentId;
  const { data: institution } = useGetInstitutionQuery(institutionId ?? '', { skip: !institutionId });
  const errorOf = (path: string) => {
    const problem = form.problemAt(path);
    return problem && problemText(problem, payment.total.currency);
  };

  return (
    <Panel title={t('details.title')}>
      <CustomerField
        value={details.customer}
        required
        disabled={disabled}
        error={errorOf('customer')}
        onChange={(customer) => change({ customer: customer ?? payment.customer })}
      />
      <InstitutionField
        value={details.institution}
        disabled={disabled}
        error={errorOf('institution')}
        onChange={(chosen) => change({ institution: chosen && { documentId: chosen.documentId, name: chosen.name } })}
      />
      <TitleField
        disabled={disabled}
        value={details.title}
        error={errorOf('title')}
        onChange={(title) => change({ title })}
      />
      <CodeField
        stacked
        value={details.code}
        scheme={details.scheme}
        institutionScheme={institutionId ? institution?.codeScheme : undefined}
        disabled={disabled}
        problem={form.problemAt('paymentCode')}
        onChange={(code, scheme) => change({ code, scheme })}
      />
      {payment.instalmentCount > 1 && (
        <LostAfterField
          value={details.lostAfter}
          disabled={disabled}
          problem={form.problemAt('lostAfter')}
          currency={payment.total.currency}
          onChange={(lostAfter) => change({ lostAfter })}
        />
      )}
      <DescriptionField
        disabled={disabled}
        value={details.description}
        error={errorOf('description')}
        onChange={(description) => change({ description })}
      />
      <StaffComments
        value={details.managerComments}
        disabled={disabled}
        error={errorOf('managerComments')}
        onChange={(managerComments) => change({ managerComments })}
      />
    </Panel>
  );
};
