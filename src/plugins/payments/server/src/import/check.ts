import type { Core } from '@strapi/strapi';
import { email } from '../../../contracts/customer';
import {
  badLines,
  debtKeys,
  duplicates,
  indexBy,
  indexCustomers,
  placePayment,
  readCustomers,
  readPayments,
  singleUseTwice,
} from '../../../domain/import';
import type { CustomerDraft, Finding, ImportLine, KnownInstitution, PlacedPayment } from '../../../domain/import';
import { normaliseSearch } from '../../../domain/search-text';
import { readAllInstitutions } from '../repositories/directory';
import { findCodesInUse } from '../repositories/codes-in-use';
import { readDebtsUnder, readKnownContacts, readKnownCustomers } from '../repositories/import-lookups';
import type { InstitutionRules } from '../repositories/payment-record';
import { getService } from '../services/get-service';

/** A payment that is ready to be saved. */
export type ReadyPayment = PlacedPayment<KnownInstitution> & { readonly rules: InstitutionRules | null };

/** What a file says, apart from the lines that say it wrongly. */
export interface Checked {
  readonly customers: readonly CustomerDraft[];
  readonly payments: readonly ReadyPayment[];
  readonly findings: readonly Finding[];
  /** Lines that are left out. */
  readonly bad: ReadonlySet<number>;
}

/** Checks the lines of customers against each other and against whom the office knows: two statements, whatever their number. */
export async function checkCustomers(
  strapi: Core.Strapi,
  lines: readonly ImportLine[],
  confirmed: readonly string[],
): Promise<Checked> {
  const { country } = await getService(strapi, 'settings').get();
  const contacts = await readKnownContacts(strapi);
  const { drafts, findings } = readCustomers(lines, {
    country,
    customers: indexCustomers(await readKnownCustomers(strapi)),
    contacts: new Map([...contacts].map(([address, { name }]) => [address, name])),
    isEmail: (text) => email.safeParse(text).success,
  });
  const bad = badLines(findings, confirmed);
  return { customers: drafts.filter(({ line }) => !bad.has(line)), payments: [], findings, bad };
}

/** Checks the lines of payments by the rules of the form, in a number of statements that grows with the codes by the hundred. */
export async function checkPayments(
  strapi: Core.Strapi,
  lines: readonly ImportLine[],
  { confirmed, locale }: { confirmed: readonly string[]; locale?: string },
): Promise<Checked> {
  const settings = await getService(strapi, 'settings').get();
  const institutions = await readAllInstitutions(strapi);
  const today = await getService(strapi, 'clock').today();
  const read = readPayments(lines, {
    country: settings.country,
    currency: settings.currency,
    locale: locale ?? settings.locale,
    today,
    customers: indexCustomers(await readKnownCustomers(strapi)),
    institutions: indexBy(institutions, ({ name }) => normaliseSearch(name)),
  });
  const findings = [...read.findings];
  const calendar = await getService(strapi, 'calendar').get();
  const rulesById = new Map(institutions.map((institution) => [institution.id, institution]));
  const placed = read.drafts.flatMap((draft): ReadyPayment[] => {
    const rules = draft.institution ? (rulesById.get(draft.institution.id) ?? null) : null;
    const use = { scope: rules?.codeScope ?? 'payment', singleUse: rules?.singleUseCodes ?? false } as const;
    const codes = { ...use, scheme: draft.code?.scheme ?? rules?.codeScheme ?? 'free' } as const;
    const context = { calendar, defaultConvention: rules?.convention ?? settings.convention, today, codes };
    const result = placePayment(draft, context, use);
    findings.push(...result.findings);
    return result.placed ? [{ ...result.placed, rules }] : [];
  });
  findings.push(...(await crossFindings(strapi, placed)));
  const bad = badLines(findings, confirmed);
  const isGood = ({ draft }: ReadyPayment) => !draft.lines.some(({ line }) => bad.has(line));
  // One bad line keeps its whole plan out.
  for (const { draft } of placed.filter((payment) => !isGood(payment)))
    for (const { line } of draft.lines) bad.add(line);
  addLinesOfRefusedPlans(lines, bad);
  return { customers: [], payments: placed.filter(isGood), findings, bad };
}

/** The other lines of a plan of which one line is bad are left out with it. */
function addLinesOfRefusedPlans(lines: readonly ImportLine[], bad: Set<number>): void {
  const groupOf = ({ cells }: ImportLine) => cells.get('group')?.text ?? '';
  const refused = new Set(lines.filter(({ line }) => bad.has(line)).map(groupOf));
  for (const line of lines) if (groupOf(line) !== '' && refused.has(groupOf(line))) bad.add(line.line);
}

/** What payments have against each other, and against what is registered. */
async function crossFindings(strapi: Core.Strapi, payments: readonly ReadyPayment[]): Promise<Finding[]> {
  const known = await readDebtsUnder(strapi, [...new Set(payments.flatMap(codesOf))]);
  const keys = new Set(known.map(({ customer, amount, dueDate, code }) => `${customer} ${amount} ${dueDate} ${code}`));
  const used = await singleUseInUse(strapi, payments);
  const isSingleUse = ({ id }: KnownInstitution) => used.has(id);
  const isUsed = ({ id }: KnownInstitution, code: string) => used.get(id)?.has(code) ?? false;
  return [...duplicates(payments, keys), ...singleUseTwice(payments, isSingleUse, isUsed)];
}

const codesOf = (payment: ReadyPayment): string[] =>
  debtKeys(payment).length === 0
    ? []
    : [payment.draft.code?.value, ...payment.plan.instalments.map(({ paymentCode }) => paymentCode)].flatMap(
        (code) => code ?? [],
      );

/** Of each institution whose codes serve one instalment: which of the payments' codes are used already. */
export async function singleUseInUse(
  strapi: Core.Strapi,
  payments: readonly ReadyPayment[],
): Promise<Map<number, ReadonlySet<string>>> {
  const used = new Map<number, ReadonlySet<string>>();
  const institutions = new Map(payments.flatMap(({ rules }) => (rules?.singleUseCodes ? [[rules.id, rules]] : [])));
  for (const id of [...institutions.keys()].sort((a, b) => a - b)) {
    const codes = payments.filter(({ rules }) => rules?.id === id).flatMap(codesOf);
    used.set(id, await findCodesInUse(strapi, id, [...new Set(codes)], null));
  }
  return used;
}
