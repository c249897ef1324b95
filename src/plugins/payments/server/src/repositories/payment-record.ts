import type { Day } from '../../../domain/day';
import type { InstalmentState, PaymentState } from '../../../domain/diff';
import { minor } from '../../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../../domain/money';
import type { Convention, Period, ShiftKind } from '../../../domain/plan';
import type { SchemeId } from '../../../domain/payment-code';
import { toBoolean, toDate, toJson } from './database';

/** What the database knows of an attachment; `key` names the stored file and never leaves the server. */
export interface StoredAttachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly key: string;
}

/** An instalment as stored: what a reader may compare, and the columns that the sweep and the hooks keep. */
export interface InstalmentRecord extends InstalmentState {
  readonly id: number;
  readonly remindOn: Day | null;
  readonly remindStep: number | null;
}

/** The institution's rules, as far as due dates and reminders need them. */
export interface InstitutionRules {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly payUrl: string | null;
  readonly convention: Convention | null;
  readonly bankDays: number;
  readonly ladder: readonly number[] | null;
  readonly codeScheme: SchemeId;
  readonly codeScope: 'payment' | 'instalment';
  readonly singleUseCodes: boolean;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly epcQr: boolean;
  readonly epcRemittance: 'reference' | 'text';
}

/** A payment as it stands in the database, with everything that a change may touch. */
export interface PaymentRecord {
  readonly id: number;
  readonly documentId: string;
  readonly reference: string | null;
  readonly revision: number;
  readonly version: number;
  readonly changedAt: Date | null;
  readonly announcedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly kind: 'single' | 'automatic' | 'manual';
  readonly period: Period | null;
  readonly convention: Convention | null;
  readonly customer: {
    readonly id: number;
    readonly documentId: string;
    readonly name: string;
    readonly taxNumber: string | null;
    readonly phone: string | null;
  } | null;
  readonly institution: InstitutionRules | null;
  readonly attachments: readonly StoredAttachment[];
  /** The derived columns as stored; `record` writes them anew. */
  readonly stored: {
    readonly total: number;
    readonly paid: number;
    readonly nextDueDate: Day | null;
    readonly instalmentCount: number;
    readonly searchText: string | null;
    readonly lossDate: Day | null;
  };
  /** What two states are compared by. */
  readonly state: Omit<PaymentState, 'instalments'> & { readonly instalments: readonly InstalmentRecord[] };
}

type Row = Record<string, unknown>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const day = (value: unknown): Day | null => text(value) as Day | null;

/** An instalment from its row. */
export function instalmentOf(row: Row): InstalmentRecord {
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    number: Number(row.number),
    amount: minor(Number(row.amount)),
    paid: minor(Number(row.paid ?? 0)),
    surcharge: minor(Number(row.surcharge ?? 0)),
    paidOn: day(row.paid_on),
    nominalDate: (day(row.nominal_date) ?? day(row.due_date)) as Day,
    dueDate: day(row.due_date) as Day,
    shift: row.shift_kind ? { kind: row.shift_kind as ShiftKind, name: text(row.shift_name) } : null,
    pinned: toBoolean(row.pinned),
    state: row.state as InstalmentState['state'],
    paymentCode: text(row.payment_code),
    note: text(row.note),
    remindOn: day(row.remind_on),
    remindStep: row.remind_step === null || row.remind_step === undefined ? null : Number(row.remind_step),
  };
}

function institutionOf(row: Row): InstitutionRules | null {
  if (row.institution_id === null || row.institution_id === undefined) return null;
  return {
    id: Number(row.institution_id),
    documentId: String(row.institution_document_id),
    name: String(row.institution_name),
    payUrl: text(row.pay_url),
    convention: text(row.institution_convention) as Convention | null,
    bankDays: Number(row.bank_days ?? 0),
    ladder: toJson<number[]>(row.ladder),
    codeScheme: (text(row.code_scheme) ?? 'free') as SchemeId,
    codeScope: row.code_scope === 'instalment' ? 'instalment' : 'payment',
    singleUseCodes: toBoolean(row.single_use_codes),
    iban: text(row.iban),
    bic: text(row.bic),
    epcQr: toBoolean(row.epc_qr),
    epcRemittance: row.epc_remittance === 'text' ? 'text' : 'reference',
  };
}

function stateOf(
  row: Row,
  instalments: InstalmentRecord[],
  attachments: readonly StoredAttachment[],
): PaymentRecord['state'] {
  const institution = institutionOf(row);
  return {
    documentId: String(row.document_id),
    customer: { documentId: text(row.customer_document_id) ?? '', name: text(row.customer_name) ?? '' },
    institution: institution && { documentId: institution.documentId, name: institution.name },
    title: String(row.title),
    description: text(row.description),
    currency: String(row.currency) as CurrencyCode,
    // Not checked here: what a write from elsewhere made too large is refused by name, in the transaction that made it.
    total: instalments.reduce((sum, { amount }) => sum + amount, 0) as MinorUnits,
    paymentCode: row.payment_code
      ? { value: String(row.payment_code), scheme: (text(row.payment_code_scheme) ?? 'free') as SchemeId }
      : null,
    attachments: attachments.map(({ id, name }) => ({ id, name })),
    state: row.state as PaymentState['state'],
    managerComments: text(row.manager_comments),
    remindersPaused: toBoolean(row.reminders_paused),
    lostAfter: row.lost_after === null || row.lost_after === undefined ? null : Number(row.lost_after),
    lostOn: day(row.lost_on),
    replacedBy: row.replacement_reference
      ? { documentId: String(row.replaced_by), reference: String(row.replacement_reference) }
      : null,
    instalments,
  };
}

/** A payment from its row, joined with customer and institution, and its instalments. */
export function recordOf(row: Row, instalments: InstalmentRecord[]): PaymentRecord {
  const attachments = toJson<StoredAttachment[]>(row.attachments) ?? [];
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    reference: text(row.reference),
    revision: Number(row.revision ?? 1),
    version: Number(row.version ?? 1),
    changedAt: toDate(row.changed_at),
    announcedAt: toDate(row.announced_at),
    createdAt: toDate(row.created_at) ?? new Date(0),
    updatedAt: toDate(row.updated_at) ?? new Date(0),
    kind: row.kind as PaymentRecord['kind'],
    period: text(row.period) as Period | null,
    convention: text(row.convention) as Convention | null,
    customer: row.customer_id
      ? {
          id: Number(row.customer_id),
          documentId: String(row.customer_document_id),
          name: String(row.customer_name),
          taxNumber: text(row.customer_tax_number),
          phone: text(row.customer_phone),
        }
      : null,
    institution: institutionOf(row),
    attachments,
    stored: {
      total: Number(row.total ?? 0),
      paid: Number(row.paid ?? 0),
      nextDueDate: day(row.next_due_date),
      instalmentCount: Number(row.instalment_count ?? 0),
      searchText: text(row.search_text),
      lossDate: day(row.loss_date),
    },
    state: stateOf(row, instalments, attachments),
  };
}
