import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/day';
import { table } from '../constants';
import { connect, toBoolean, toJson } from './database';
import type { InstitutionRules } from './payment-record';

export interface CustomerKey {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly taxNumber: string | null;
}

/** Finds who owes, by documentId. */
export async function findCustomer(strapi: Core.Strapi, documentId: string): Promise<CustomerKey | null> {
  const db = await connect(strapi);
  const row = await db(table.customer)
    .where({ document_id: documentId })
    .first({ id: 'id', documentId: 'document_id', name: 'name', taxNumber: 'tax_number' });
  return (row as CustomerKey | undefined) ?? null;
}

/** Finds who is owed, with its rules, by documentId. */
export async function findInstitution(strapi: Core.Strapi, documentId: string): Promise<InstitutionRules | null> {
  const db = await connect(strapi);
  const row = (await db(table.institution).where({ document_id: documentId }).first()) as
    Record<string, unknown> | undefined;
  return row ? rulesOf(row) : null;
}

/** Every institution with its rules: an office has some dozens. */
export async function readAllInstitutions(strapi: Core.Strapi): Promise<InstitutionRules[]> {
  const db = await connect(strapi);
  const rows: Record<string, unknown>[] = await db(table.institution).orderBy('id').select('*');
  return rows.map(rulesOf);
}

function rulesOf(row: Record<string, unknown>): InstitutionRules {
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    name: String(row.name),
    payUrl: (row.pay_url as string | null) ?? null,
    convention: (row.convention as InstitutionRules['convention']) ?? null,
    bankDays: Number(row.bank_days ?? 0),
    ladder: toJson<number[]>(row.ladder),
    codeScheme: (row.code_scheme as InstitutionRules['codeScheme'] | null) ?? 'free',
    codeScope: row.code_scope === 'instalment' ? 'instalment' : 'payment',
    singleUseCodes: toBoolean(row.single_use_codes),
    iban: (row.iban as string | null) ?? null,
    bic: (row.bic as string | null) ?? null,
    epcQr: toBoolean(row.epc_qr),
    epcRemittance: row.epc_remittance === 'text' ? 'text' : 'reference',
  };
}

/** Whether the customer already owes one of these amounts on its day under its code, the row's own or the payment's. */
export async function isDuplicate(
  strapi: Core.Strapi,
  customerId: number,
  paymentCode: string | null,
  rows: ReadonlyArray<{ amount: number; dueDate: Day; paymentCode?: string | null }>,
): Promise<boolean> {
  const debts = rows.flatMap(({ amount, dueDate, paymentCode: own }) => {
    const code = own || paymentCode;
    return code ? [{ code, key: `${amount} ${dueDate} ${code}` }] : [];
  });
  if (debts.length === 0) return false;
  const db = await connect(strapi);
  const effective = `coalesce(${table.instalment}.payment_code, ${table.payment}.payment_code)`;
  const codes = [...new Set(debts.map(({ code }) => code))];
  const known: { amount: unknown; due_date: string; code: string }[] = await db(table.payment)
    .join(table.instalment, `${table.instalment}.payment_ref`, `${table.payment}.id`)
    .where({ [`${table.payment}.customer_ref`]: customerId })
    .whereNot(`${table.instalment}.state`, 'cancelled')
    .whereRaw(`${effective} in (${codes.map(() => '?').join(', ')})`, codes)
    .select(`${table.instalment}.amount`, `${table.instalment}.due_date`, { code: db.raw(effective) });
  const keys = new Set(known.map(({ amount, due_date: dueDate, code }) => `${Number(amount)} ${dueDate} ${code}`));
  return debts.some(({ key }) => keys.has(key));
}
