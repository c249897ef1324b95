import type { SchemeId } from '../../../../domain/payment-code';
import type { PlanPartInput } from '../../../../contracts/plan';
import type { CreatePaymentBody } from '../../services/payment-edits';
import type { Confirmed } from '../../hooks/useSave';
import { schemeFor } from '../fields/CodeField';
import type { CustomerChoice } from '../fields/CustomerField';
import type { InstitutionChoice } from '../fields/InstitutionField';

/** The "who and what" of a payment as it is typed. */
export interface DetailsDraft {
  customer: CustomerChoice | null;
  institution: InstitutionChoice | null;
  title: string;
  description: string;
  code: string;
  /** Empty: by the institution, else by the code itself. */
  scheme: SchemeId | '';
  managerComments: string;
  /** How many missed instalments lose the plan, as it is typed; empty: none do. */
  lostAfter: string;
  /** Saved with the payment. */
  files: readonly File[];
  sendEmail: boolean;
}

export const emptyDetails = (sendEmail: boolean): DetailsDraft => ({
  customer: null,
  institution: null,
  title: '',
  description: '',
  code: '',
  scheme: '',
  managerComments: '',
  lostAfter: '',
  files: [],
  sendEmail,
});

/** The code as the server takes it; null where it is to follow. */
export const codeOf = ({ code, scheme, institution }: Pick<DetailsDraft, 'code' | 'scheme' | 'institution'>) =>
  code.trim() === '' ? null : { value: code, scheme: schemeFor(code, scheme, institution?.codeScheme) };

/** By which the codes of rows are written: the payment's, where it has one, else the institution's. */
export const schemeOfRows = (details: Pick<DetailsDraft, 'code' | 'scheme' | 'institution'>): SchemeId =>
  codeOf(details)?.scheme ?? details.institution?.codeScheme ?? 'free';

/** The request that registers the payment; the customer is known to be chosen. */
export const createBody = (
  details: DetailsDraft & { customer: CustomerChoice },
  { plan, lostAfter, replaces }: { plan: PlanPartInput; lostAfter: number | null; replaces: string | null },
  confirmed: Confirmed,
): CreatePaymentBody => ({
  customer: details.customer.documentId,
  institution: details.institution?.documentId ?? null,
  title: details.title,
  description: details.description.trim() || null,
  paymentCode: codeOf(details),
  managerComments: details.managerComments.trim() || null,
  sendEmail: details.sendEmail,
  lostAfter,
  ...(replaces && { replaces }),
  plan,
  confirmed,
});
