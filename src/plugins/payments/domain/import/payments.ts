import { isCurrency } from '../money';
import type { CurrencyCode } from '../money';
import { schemeOfTyped, wrongCustomer } from '../payment-code';
import type { SchemeId } from '../payment-code';
import type { PlanInput } from '../plan';
import { normaliseSearch } from '../search-text';
import { readSheetCode } from '../sheet';
import type { SheetStyle } from '../sheet';
import type { ColumnId } from './columns';
import type { Drafts } from './customers';
import { finding, textOf } from './line';
import type { Finding, ImportLine } from './line';
import { matchCustomer } from './match';
import type { CustomerIndex, Index, KnownCustomer } from './match';
import { readPlan } from './plan';
import { missing, textProblem } from './texts';

/** An institution as an import looks for one. */
export interface KnownInstitution {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly codeScheme: SchemeId;
}

export interface PaymentContext extends SheetStyle {
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly customers: CustomerIndex;
  /** By name, as it is searched. */
  readonly institutions: Index<KnownInstitution>;
}

/** A payment to be made, before its dates are placed. */
export interface PaymentDraft<Institution extends KnownInstitution = KnownInstitution> {
  /** One line, or one for each instalment. */
  readonly lines: ReadonlyArray<ImportLine>;
  readonly customer: KnownCustomer;
  readonly institution: Institution | null;
  readonly title: string;
  readonly description: string | null;
  readonly managerComments: string | null;
  readonly code: { readonly value: string; readonly scheme: SchemeId } | null;
  readonly plan: PlanInput;
}

const TEXTS: ReadonlyArray<ColumnId> = ['title', 'description', 'managerComments', 'note'];

/**
 * Payments from the lines of a file: one a line, or one for all lines that bear the same plan number, each of them an instalment then. A payment with a
 * finding that keeps it out is no draft.
 */
export function readPayments(lines: ReadonlyArray<ImportLine>, context: PaymentContext): Drafts<PaymentDraft> {
  const findings: Finding[] = [];
  const drafts: PaymentDraft[] = [];
  for (const group of groupsOf(lines)) {
    const { draft, found } = readPayment(group, context);
    findings.push(...found);
    if (draft) drafts.push(draft);
  }
  return { drafts, findings };
}

type Group = readonly [ImportLine, ...ImportLine[]];

/** Lines of one plan number together, in the order of their first lines. */
function groupsOf(lines: ReadonlyArray<ImportLine>): Group[] {
  const groups: Array<[ImportLine, ...ImportLine[]]> = [];
  const byNumber = new Map<string, [ImportLine, ...ImportLine[]]>();
  for (const line of lines) {
    const number = textOf(line, 'group');
    const group = number ? byNumber.get(number) : undefined;
    if (group) {
      group.push(line);
      continue;
    }
    const begun: [ImportLine, ...ImportLine[]] = [line];
    groups.push(begun);
    if (number) byNumber.set(number, begun);
  }
  return groups;
}

function readPayment(group: Group, context: PaymentContext): { draft: PaymentDraft | null; found: Finding[] } {
  const [first] = group;
  const found = group.flatMap((line) => TEXTS.flatMap((column) => textProblem(line, column) ?? []));
  const match = matchCustomer(first, context.customers, context.country, 'customer');
  if ('finding' in match) found.push(match.finding);
  const institution = institutionOf(first, context.institutions);
  if (institution && 'finding' in institution) found.push(institution.finding);
  const title = textOf(first, 'title');
  if (!title) found.push(missing(first, 'title'));
  found.push(...contradictions(group));
  const creditor = institution && 'institution' in institution ? institution.institution : null;
  const codes = codesOf(group, creditor);
  const currency = currencyOf(first, context.currency);
  if (typeof currency !== 'string') found.push(currency);
  const style = {
    ...context,
    currency: typeof currency === 'string' ? currency : context.currency,
    ownCodes: codes.ofLines,
  };
  const plan = readPlan(group, style);
  found.push(...codes.findings, ...plan.findings);
  const isBad = found.some(({ weight }) => weight === 'error');
  if (isBad || !plan.plan || !('customer' in match)) return { draft: null, found };
  found.push(...wrongCustomers(group, codes, match.customer));
  const draft = {
    lines: group,
    customer: match.customer,
    institution: creditor,
    title,
    description: textOf(first, 'description') || null,
    managerComments: textOf(first, 'managerComments') || null,
    code: codes.own,
    plan: plan.plan,
  };
  return { draft, found };
}

function institutionOf(
  line: ImportLine,
  index: Index<KnownInstitution>,
): { institution: KnownInstitution } | { finding: Finding } | null {
  const name = textOf(line, 'institution');
  if (!name) return null;
  const [institution, ...others] = index.get(normaliseSearch(name)) ?? [];
  if (institution && others.length === 0) return { institution };
  const code = institution ? ('institution-ambiguous' as const) : ('institution-unknown' as const);
  const message = institution
    ? 'Several institutions have this name: give them names of their own first'
    : 'There is no such institution: correct the name, or enter the institution first';
  return { finding: finding(line, 'institution', { code, message }) };
}

function currencyOf(line: ImportLine, office: CurrencyCode): CurrencyCode | Finding {
  const text = textOf(line, 'currency').toUpperCase();
  if (text === '') return office;
  const code = text === '€' ? 'EUR' : text;
  if (isCurrency(code)) return code;
  return finding(line, 'currency', {
    code: 'currency-unknown',
    message: 'This is no currency of ISO 4217: write EUR',
    params: { currency: code },
  });
}

interface Codes {
  /** The payment's own. */
  readonly own: { readonly value: string; readonly scheme: SchemeId } | null;
  /** The instalments', by their lines. */
  readonly ofLines: ReadonlyMap<ImportLine, string>;
  /** By which the instalments' are written. */
  readonly scheme: SchemeId;
  readonly findings: ReadonlyArray<Finding>;
}

/** One code in all lines of a plan is the payment's, however often it is written; several are their instalments'. */
function codesOf(group: Group, institution: KnownInstitution | null): Codes {
  const written = group.filter((line) => textOf(line, 'paymentCode') !== '');
  const typed = new Set(written.map((line) => textOf(line, 'paymentCode')));
  const isShared = typed.size === 1;
  const findings: Finding[] = [];
  const ofLines = new Map<ImportLine, string>();
  let own: Codes['own'] = null;
  for (const line of isShared ? written.slice(0, 1) : written) {
    const text = textOf(line, 'paymentCode');
    const scheme = isShared ? schemeOfTyped(text, institution?.codeScheme) : (institution?.codeScheme ?? 'free');
    const read = readSheetCode(text, scheme);
    if (!read.ok) findings.push(...read.problems.map((problem) => finding(line, 'paymentCode', problem)));
    else if (isShared) own = { value: read.value.value, scheme: read.value.scheme };
    else ofLines.set(line, read.value.value);
  }
  return { own, ofLines, scheme: own?.scheme ?? institution?.codeScheme ?? 'free', findings };
}

/** What the lines of one plan must not say differently; it may be said once. */
const SAID_ONCE: ReadonlyArray<ColumnId> = [
  ...(['taxNumber', 'reference', 'customer', 'institution', 'title', 'description', 'currency', 'total'] as const),
  ...(['managerComments', 'alreadyPaid', 'count', 'period'] as const),
];

function contradictions([first, ...others]: Group): Finding[] {
  return others.flatMap((line) =>
    SAID_ONCE.filter((column) => textOf(line, column) !== '' && textOf(line, column) !== textOf(first, column)).map(
      (column) => {
        const message = `Line ${first.line} of the same plan says something else: correct one of the two`;
        return finding(line, column, { code: 'plan-contradicts', message, params: { line: first.line } });
      },
    ),
  );
}

/** The warnings that staff must confirm, as in the form. */
function wrongCustomers(group: Group, { own, ofLines, scheme }: Codes, customer: KnownCustomer): Finding[] {
  return group
    .filter((line, index) => {
      const code = index === 0 && own ? own : { value: ofLines.get(line) ?? '', scheme };
      return code.value !== '' && wrongCustomer(code, customer.taxNumber);
    })
    .map((line) => {
      const message = `The code carries another tax number than that of ${customer.name}: confirm that it is meant`;
      const params = { name: customer.name };
      return finding(line, 'paymentCode', { code: 'wrong-customer', message, params }, 'confirm');
    });
}
