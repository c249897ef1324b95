import { epcPayload } from '../../../domain/epc-qr';
import { refuse } from '../../../domain/problem';
import type { Result } from '../../../domain/problem';
import { outstandingOf } from '../../../domain/state';
import type { ObligationInstalmentRow } from '../repositories/obligation-instalments';
import type { ObligationRow } from '../repositories/obligation-row';

/** The text of an instalment's EPC QR code, or why there can be none; null where the institution has it switched off. */
export function epcOf(row: ObligationInstalmentRow, of: ObligationRow): Result<string> | null {
  const { institution, currency } = of;
  if (!institution?.epcQr || !institution.iban || row.state !== 'open') return null;
  const code = row.paymentCode ?? of.paymentCode;
  if (code === null) {
    const message = 'The payment code is to follow: without it the institution could not book the money';
    return refuse({ code: 'qr-reference', path: ['remittance'], message });
  }
  return epcPayload({
    name: institution.name,
    iban: institution.iban,
    bic: institution.bic,
    currency,
    amount: outstandingOf(row),
    remittance: { kind: institution.epcRemittance, value: code },
  });
}
