import type { Core } from '@strapi/strapi';
import type { Choosable, createMany, findMany, ManyOrder, ManyPreview } from '../../../contracts/payment-many';
import { MOST_MANY } from '../../../contracts/payment-many';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import { minor, toDecimal } from '../../../domain/money';
import type { Plan, PlanContext } from '../../../domain/plan';
import { createPlan } from '../../../domain/plan';
import { taxNumberKey } from '../../../domain/sheet';
import { invalid, invalidField, invalidFields, needsConfirmation } from '../http/errors';
import type { Intent } from '../record/actor';
import { findCodesInUse, lockCodesOf } from '../repositories/codes-in-use';
import { inTransaction } from '../repositories/database';
import { findInstitution } from '../repositories/directory';
import { readRecipients } from '../repositories/notices-recipients';
import { filterCustomers, findByTaxNumbers, findSameTitle, readManyCustomers } from '../repositories/payment-many';
import type { ManyCustomer } from '../repositories/payment-many';
import type { InstitutionRules } from '../repositories/payment-record';
import { refuseUnreachableLoss } from './arrangements';
import { getService } from './get-service';
import { checkAmong, checkRow, codeUsedTwice, planInputFor } from './payment-many-check';
import type { CheckedRow } from './payment-many-check';
import { shiftView, warningParams } from './holiday-words';
import { moneyOf } from './payment-view';
import { staffHolidayNames } from './reader';
import { registerMany } from './register-many';
import type { Registration } from './register-many';

type NewMany = BodyOf<typeof createMany>;

/** An order as it was read: its rows, and its dates as every customer has them. */
interface Checked {
  readonly institution: InstitutionRules | null;
  readonly rows: readonly CheckedRow[];
  readonly dates: Plan;
}

const choosable = ({ documentId, name, taxNumber, reachable }: ManyCustomer): Choosable => ({
  documentId,
  name,
  taxNumber,
  reachable,
});

/** One obligation of many customers, registered in one go. */
export const paymentMany = ({ strapi }: { strapi: Core.Strapi }) => {
  async function institutionOf(documentId: string | null | undefined): Promise<InstitutionRules | null> {
    const institution = documentId ? await findInstitution(strapi, documentId) : null;
    if (!documentId || institution) return institution;
    throw invalidField(
      ['institution'],
      'There is no such institution; choose one from the list',
      'institution-unknown',
    );
  }

  async function planContext(institution: InstitutionRules | null): Promise<PlanContext> {
    const settings = await getService(strapi, 'settings').get();
    return {
      calendar: await getService(strapi, 'calendar').get(),
      defaultConvention: institution?.convention ?? settings.convention,
      today: await getService(strapi, 'clock').today(),
    };
  }

  /** The dates, which do not depend on amounts: of a sum that any plan can share out. Throws a 400 for what is wrong with the plan itself. */
  function datesOf(order: Omit<ManyOrder, 'rows'>, context: PlanContext): Plan {
    const plan = createPlan(planInputFor(order, minor(1_000_000)), context);
    if (plan.ok) {
      const lostAfter = order.plan.kind === 'automatic' ? order.plan.lostAfter : null;
      refuseUnreachableLoss(lostAfter, plan.value.instalments.length, ['plan', 'lostAfter']);
      return plan.value;
    }
    throw invalid(plan.problems, ['plan']);
  }

  async function warnOfSame(rows: readonly CheckedRow[], title: string, dates: Plan): Promise<void> {
    const first = dates.instalments[0];
    if (!first) return;
    const customers = rows.flatMap(({ customer }) => customer?.id ?? []);
    const same = await findSameTitle(strapi, { customers, title, dueDate: first.dueDate });
    const message = 'This customer has a payment of this title due on this day already; confirm that another is meant';
    for (const { customer, warnings } of rows) {
      if (customer && same.has(customer.id)) warnings.push({ field: 'customer', code: 'duplicate', message });
    }
  }

  /** Codes that serve one payment and serve another; while it is asked to write, nobody else can write one. */
  async function refuseTaken(rows: readonly CheckedRow[], institution: InstitutionRules | null): Promise<void> {
    if (!institution?.singleUseCodes) return;
    if (strapi.db.inTransaction()) await lockCodesOf(strapi, institution.id);
    const codes = rows.flatMap(({ paymentCode }) => paymentCode?.value ?? []);
    const taken = await findCodesInUse(strapi, institution.id, codes, null);
    for (const { paymentCode, errors } of rows) {
      if (paymentCode && taken.has(paymentCode.value)) errors.push(codeUsedTwice);
    }
  }

  async function check({ rows, ...order }: ManyOrder): Promise<Checked> {
    const institution = await institutionOf(order.institution);
    const plan = await planContext(institution);
    const dates = datesOf(order, plan);
    const customers = await readManyCustomers(strapi, [...new Set(rows.map(({ customer }) => customer))]);
    const checked = rows.map((row) => checkRow(row, customers.get(row.customer) ?? null, { order, institution, plan }));
    checkAmong(checked, institution?.singleUseCodes ?? false);
    await warnOfSame(checked, order.title, dates);
    await refuseTaken(checked, institution);
    return { institution, rows: checked, dates };
  }

  async function countTold(rows: readonly CheckedRow[]): Promise<{ told: number; untold: number }> {
    const customers = [...new Set(rows.flatMap(({ customer }) => customer?.documentId ?? []))];
    const recipients = await readRecipients(strapi, 'customer', customers);
    const reached = recipients.filter(
      ({ email, undeliverable, receivesNotices }) => email !== null && !undeliverable && receivesNotices,
    );
    const reachedCustomers = new Set(reached.map(({ customer }) => customer));
    return {
      told: new Set(reached.map(({ contact }) => contact)).size,
      untold: customers.filter((customer) => !reachedCustomers.has(customer)).length,
    };
  }

  function totalOf(rows: readonly CheckedRow[], { currency }: ManyOrder): ManyPreview['total'] {
    const sum = rows.reduce((total, { amount }) => total + BigInt(amount ?? 0), 0n);
    return { value: toDecimal(sum, currency), currency };
  }

  function refuse(rows: readonly CheckedRow[], confirmed: readonly string[]): void {
    const errors = rows.flatMap((row, index) =>
      row.errors.map(({ field, ...problem }) => ({
        ...problem,
        params: problem.params ?? {},
        path: ['rows', index, ...(field === 'paymentCode' ? ['paymentCode', 'value'] : [field])],
      })),
    );
    if (errors.length > 0) throw invalidFields(errors);
    const open = rows.flatMap(({ customer, warnings }) =>
      warnings
        .filter(({ code }) => !confirmed.includes(code))
        .map(({ code, message }) => ({ code, message: `${customer?.name ?? ''}: ${message}` })),
    );
    if (open.length > 0) throw needsConfirmation(open);
  }

  const registrationOf = (order: NewMany, institution: InstitutionRules | null, row: CheckedRow): Registration => ({
    title: order.title,
    description: order.description || null,
    customerId: row.customer?.id ?? 0,
    institutionId: institution?.id ?? null,
    paymentCode: row.paymentCode,
    currency: order.currency,
    kind: order.plan.kind,
    period: order.plan.kind === 'automatic' ? order.plan.period : null,
    convention: order.plan.convention ?? null,
    managerComments: order.managerComments || null,
    lostAfter: order.plan.kind === 'automatic' ? (order.plan.lostAfter ?? null) : null,
    rows: (row.plan?.instalments ?? []).map((each) => ({
      ...each,
      paid: minor(0),
      paidOn: null,
      note: null,
      paymentCode: null,
    })),
  });

  return {
    /** Customers by pasted tax numbers, or by a filter. */
    async find({ taxNumbers, filter }: BodyOf<typeof findMany>): Promise<AnswerOf<typeof findMany>['data']> {
      if (taxNumbers) {
        const keys = [...new Set(taxNumbers.map(taxNumberKey))];
        const found = await findByTaxNumbers(strapi, keys);
        const matches = taxNumbers.map((taxNumber) => ({
          taxNumber,
          customers: (found.get(taxNumberKey(taxNumber)) ?? []).map(choosable),
        }));
        return { matches, customers: [] };
      }
      const rows = await filterCustomers(strapi, filter ?? {}, MOST_MANY + 1);
      return {
        matches: [],
        customers: rows.slice(0, MOST_MANY).map(choosable),
        ...(rows.length > MOST_MANY && { more: true as const }),
      };
    },

    /** What would be registered, and what stands in its way. @throws a 400 where the dates or the institution are wrong */
    async preview(order: ManyOrder): Promise<ManyPreview> {
      const { rows, dates } = await check(order);
      const holidayName = await staffHolidayNames(strapi);
      return {
        rows: rows.map(({ customer, amount, errors, warnings }) => ({
          customer: customer && {
            documentId: customer.documentId,
            name: customer.name,
            taxNumber: customer.taxNumber,
          },
          total: amount === null ? null : moneyOf(amount, order.currency),
          errors,
          warnings,
        })),
        dates: dates.instalments.map(({ number, nominalDate, dueDate, shift, pinned }) => ({
          number,
          nominalDate,
          dueDate,
          shift: shiftView(shift, nominalDate, holidayName),
          pinned,
        })),
        warnings: dates.warnings.map((problem) => ({
          code: problem.code,
          path: [...problem.path],
          message: problem.message,
          ...(problem.params && { params: warningParams(problem.params, holidayName) }),
        })),
        total: totalOf(rows, order),
        ...(await countTold(rows)),
      };
    },

    /**
     * Registers it for all or for none, in one transaction and a number of statements that does not grow with the customers.
     *
     * @throws a 400 that names every wrong cell, or what must be confirmed
     */
    create: (order: NewMany, intent: Intent): Promise<AnswerOf<typeof createMany>['data']> =>
      inTransaction(strapi, async () => {
        const { confirmed, sendEmail: _, ...said } = order;
        const { institution, rows } = await check(said);
        refuse(rows, confirmed);
        const registrations = rows.map((row) => registrationOf(order, institution, row));
        const created = await registerMany(strapi, registrations, intent);
        return {
          payments: created.map(({ documentId, reference, customer }) => ({
            documentId,
            reference: reference ?? '',
            customer: customer?.documentId ?? '',
          })),
        };
      }),
  };
};
