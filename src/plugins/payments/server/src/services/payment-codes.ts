import { checkPaymentCode, wrongCustomer } from '../../../domain/payment-code';
import type { CheckedPaymentCode, SchemeId } from '../../../domain/payment-code';
import { valueOf } from '../http/errors';
import type { PaymentRecord } from '../repositories/payment-record';

/** A typed code as it is stored, or a 400 that names the field. */
export const checkedCode = (
  code: { value: string; scheme: SchemeId },
  path: ReadonlyArray<string | number> = ['paymentCode', 'value'],
): { value: string; scheme: SchemeId } => {
  const { value, scheme } = valueOf(checkPaymentCode(code.value, code.scheme, path));
  return { value, scheme };
};

/** An instalment's own code, checked by the scheme that holds for the payment; null where it has none. */
export function checkedOwnCode(
  { state, institution }: PaymentRecord,
  value: string | null | undefined,
): { value: string; scheme: SchemeId } | null {
  if (!value) return null;
  return checkedCode({ value, scheme: schemeOfInstalments(state.paymentCode, institution) }, ['paymentCode']);
}

/** A stored code with its groups and parts; a code that no longer passes its scheme is shown as it is. */
export function shownCode(code: { value: string; scheme: SchemeId } | null): CheckedPaymentCode | null {
  if (!code) return null;
  const checked = checkPaymentCode(code.value, code.scheme);
  return checked.ok ? checked.value : { ...code, display: code.value, parts: [code.value] };
}

/** The warning that staff must confirm before codes of somebody else are saved. */
export const wrongCustomerWarning = (
  codes: ReadonlyArray<{ value: string; scheme: SchemeId } | null>,
  taxNumber: string | null,
) =>
  codes.some((code) => code !== null && wrongCustomer(code, taxNumber))
    ? [
        {
          code: 'wrong-customer',
          message: "The payment code carries another tax number than the customer's; confirm that it is meant",
        },
      ]
    : [];

/** By which an instalment's own code is written: the payment's, else the institution's. */
export const schemeOfInstalments = (
  paymentCode: { scheme: SchemeId } | null | undefined,
  institution: { codeScheme: SchemeId } | null,
): SchemeId => paymentCode?.scheme ?? institution?.codeScheme ?? 'free';
