import type { Core } from '@strapi/strapi';
import type { Statement } from '../../../contracts/customer-actions';
import type { Day } from '../../../domain/day';
import { minor } from '../../../domain/money';
import type { CurrencyCode } from '../../../domain/money';
import { notFound } from '../http/errors';
import { readCustomer } from '../repositories/customers';
import { readReported } from '../repositories/reported';
import type { CalendarRow } from '../repositories/staff-calendar';
import { readStatement } from '../repositories/statements';
import type { StatementQuery, StatementSum } from '../repositories/statements';
import { getService } from './get-service';
import { moneyOf, viewContext } from './payment-view';
import { calendarInstalmentView } from './staff-calendar';

/** More than this is on no paper. */
const MOST_LINES = 2_000;

const lineOf = (row: CalendarRow, view: ReturnType<typeof calendarInstalmentView>): Statement['lines'][number] => ({
  payment: { ...view.payment, reference: String(row.reference ?? '') },
  institution: view.institution,
  number: view.number,
  of: view.of,
  dueDate: view.dueDate,
  amount: view.amount,
  paid: moneyOf(minor(Number(row.paid ?? 0)), row.currency as CurrencyCode),
  outstanding: view.outstanding,
  paidOn: (row.paid_on as Day | null | undefined) ?? null,
  state: view.state,
});

const inEach = (sums: readonly StatementSum[], amount: (sum: StatementSum) => bigint) =>
  sums.map((sum) => moneyOf(amount(sum), sum.currency));

/** What can be printed and handed to a customer. */
export const statements = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws 404 */
  async of(documentId: string, query: StatementQuery): Promise<Statement> {
    const customer = await readCustomer(strapi, documentId);
    if (!customer) throw notFound('Customer');
    const context = await viewContext(strapi);
    const { rows, sums } = await readStatement(strapi, customer.id, query, MOST_LINES + 1);
    const shown = rows.slice(0, MOST_LINES);
    const reported = await readReported(strapi, [...new Set(shown.map((row) => String(row.payment_document_id)))]);
    return {
      date: await getService(strapi, 'clock').today(),
      customer: { documentId, name: customer.name, taxNumber: customer.taxNumber },
      lines: shown.map((row) =>
        lineOf(row, calendarInstalmentView(row, reported.get(String(row.document_id)), context)),
      ),
      total: inEach(sums, ({ amount }) => amount),
      paid: inEach(sums, ({ paid }) => paid),
      outstanding: inEach(sums, ({ amount, paid }) => amount - paid),
      ...(rows.length > MOST_LINES && { more: true as const }),
    };
  },
});
