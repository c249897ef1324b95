import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { SchemeId } from '../../../domain/payment-code';
import { table } from '../constants';
import { toBoolean, toDate, toJson } from './database';
import type { Connection } from './database';

/** Who is owed, as far as a customer needs it to pay. */
export interface Payee {
  readonly name: string;
  readonly payUrl: string | null;
  readonly bankDays: number;
  readonly codeScheme: SchemeId;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly epcQr: boolean;
  readonly epcRemittance: 'reference' | 'text';
}

/** A payment as its customer may see it: the columns of staff are never read. */
export interface ObligationRow {
  readonly id: number;
  readonly documentId: string;
  readonly customer: { readonly documentId: string; readonly name: string };
  readonly institution: Payee | null;
  readonly title: string;
  readonly description: string | null;
  readonly paymentCode: string | null;
  readonly paymentCodeScheme: SchemeId | null;
  readonly currency: CurrencyCode;
  readonly total: MinorUnits;
  readonly paid: MinorUnits;
  readonly outstanding: MinorUnits;
  readonly state: 'open' | 'settled' | 'cancelled';
  readonly nextDueDate: Day | null;
  readonly instalmentCount: number;
  readonly version: number;
  readonly changedAt: Date;
  readonly attachments: readonly { id: string; name: string; size: number; type: string }[];
}

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

function payeeOf(row: Row): Payee | null {
  if (row.institution_name === null || row.institution_name === undefined) return null;
  return {
    name: String(row.institution_name),
    payUrl: text(row.pay_url),
    bankDays: Number(row.bank_days ?? 0),
    codeScheme: (text(row.code_scheme) ?? 'free') as SchemeId,
    iban: text(row.iban),
    bic: text(row.bic),
    epcQr: toBoolean(row.epc_qr),
    epcRemittance: row.epc_remittance === 'text' ? 'text' : 'reference',
  };
}

export function obligationOf(row: Row): ObligationRow {
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    customer: { documentId: String(row.customer_document_id), name: String(row.customer_name) },
    institution: payeeOf(row),
    title: String(row.title),
    description: text(row.description),
    paymentCode: text(row.payment_code),
    paymentCodeScheme: text(row.payment_code_scheme) as SchemeId | null,
    currency: String(row.currency) as CurrencyCode,
    total: minor(Number(row.total ?? 0)),
    paid: minor(Number(row.paid ?? 0)),
    outstanding: minor(Number(row.outstanding ?? 0)),
    state: row.state as ObligationRow['state'],
    nextDueDate: text(row.next_due_date) as Day | null,
    instalmentCount: Number(row.instalment_count ?? 0),
    version: Number(row.version ?? 1),
    changedAt: toDate(row.changed_at) ?? toDate(row.created_at) ?? new Date(0),
    attachments: toJson<ObligationRow['attachments']>(row.attachments) ?? [],
  };
}

const columns = [
  ...['id', 'document_id', 'title', 'description', 'payment_code', 'payment_code_scheme', 'currency', 'total', 'paid'],
  ...['state', 'next_due_date', 'instalment_count', 'version', 'changed_at', 'created_at', 'attachments'],
].map((column) => `p.${column}`);

const related = {
  customer_document_id: 'c.document_id',
  customer_name: 'c.name',
  institution_name: 'i.name',
  pay_url: 'i.pay_url',
  bank_days: 'i.bank_days',
  code_scheme: 'i.code_scheme',
  iban: 'i.iban',
  bic: 'i.bic',
  epc_qr: 'i.epc_qr',
  epc_remittance: 'i.epc_remittance',
};

/** What is left to pay of the instalments that are open; a cancelled one counts in the total and not here. */
const outstanding = (db: Connection) =>
  db(`${table.instalment} as open_row`)
    .where('open_row.state', 'open')
    .whereRaw('?? = ??', ['open_row.payment_ref', 'p.id'])
    .select(db.raw('coalesce(sum(open_row.amount - open_row.paid), 0)'));

/** Payments (`p`) with customer (`c`) and institution (`i`), in the columns that their customer may see. */
export const readable = (db: Connection) =>
  db(`${table.payment} as p`)
    .join(`${table.customer} as c`, 'c.id', 'p.customer_ref')
    .leftJoin(`${table.institution} as i`, 'i.id', 'p.institution_ref')
    .select(columns)
    .select(related)
    .select({ outstanding: outstanding(db) });
