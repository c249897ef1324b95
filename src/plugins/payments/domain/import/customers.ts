import { normaliseSearch } from '../search-text';
import { readTaxNumber, taxNumberKey } from '../sheet';
import type { CustomerColumn } from './columns';
import { finding, textOf } from './line';
import type { Finding, ImportLine } from './line';
import { candidates, namesOf } from './match';
import type { CustomerIndex } from './match';
import { missing, textProblem } from './texts';
import { readLanguage } from './words';

/** A customer to be made. */
export interface CustomerDraft {
  readonly line: number;
  readonly name: string;
  readonly taxNumber: string | null;
  readonly reference: string | null;
  readonly phone: string | null;
  readonly language: string | null;
  readonly contacts: ReadonlyArray<{ readonly name: string; readonly email: string | null }>;
}

export interface CustomerContext {
  /** The office's country, whose tax numbers are checked. */
  readonly country: string;
  readonly customers: CustomerIndex;
  /** Names of the contacts who have an address already, by the address in small letters. */
  readonly contacts: ReadonlyMap<string, string>;
  isEmail(text: string): boolean;
}

export interface Drafts<Draft> {
  readonly drafts: ReadonlyArray<Draft>;
  readonly findings: ReadonlyArray<Finding>;
}

const TEXTS: ReadonlyArray<CustomerColumn> = [
  'name',
  'reference',
  'phone',
  'contactName',
  'contact2Name',
  'contact3Name',
];

const CONTACTS: ReadonlyArray<readonly [CustomerColumn, CustomerColumn]> = [
  ['contactName', 'contactEmail'],
  ['contact2Name', 'contact2Email'],
  ['contact3Name', 'contact3Email'],
];

/**
 * Customers from the lines of a file. Whom the office knows already is left as it is and told; a line that says the same customer as another is an
 * error, since nobody can know which is right.
 */
export function readCustomers(lines: ReadonlyArray<ImportLine>, context: CustomerContext): Drafts<CustomerDraft> {
  const seen = new Map<string, number>();
  const drafts: CustomerDraft[] = [];
  const findings: Finding[] = [];
  for (const line of lines) {
    const known = alreadyKnown(line, context);
    if (known) {
      findings.push(known);
      continue;
    }
    const { draft, found } = readCustomer(line, context);
    const repeated = repeats(line, seen);
    findings.push(...found, ...(repeated ? [repeated] : []));
    if (found.every(({ weight }) => weight !== 'error') && !repeated) drafts.push(draft);
  }
  return { drafts, findings };
}

/** A note that the office has this customer, or an error where the line contradicts what it has. */
function alreadyKnown(line: ImportLine, { customers }: CustomerContext): Finding | null {
  const match = candidates(line, customers, 'name');
  if (match) {
    const name = namesOf(match.found);
    const message = `Registered already as ${name}: the line changes nothing`;
    return finding(line, match.column, { code: 'customer-known', message, params: { name } }, 'note');
  }
  const holder = customers.byReference.get(textOf(line, 'reference'));
  if (!holder) return null;
  const name = namesOf(holder);
  const message = `${name} has this reference and another tax number: correct one of the two`;
  return finding(line, 'reference', { code: 'reference-taken', message, params: { name } });
}

function readCustomer(line: ImportLine, context: CustomerContext): { draft: CustomerDraft; found: Finding[] } {
  const found = TEXTS.flatMap((column) => textProblem(line, column) ?? []);
  const name = textOf(line, 'name');
  if (!name) found.push(missing(line, 'name'));
  const typed = textOf(line, 'taxNumber');
  const taxNumber = typed ? readTaxNumber(typed, context.country) : null;
  if (taxNumber && !taxNumber.ok)
    found.push(...taxNumber.problems.map((problem) => finding(line, 'taxNumber', problem)));
  else found.push(...(textProblem(line, 'taxNumber') ? [textProblem(line, 'taxNumber') as Finding] : []));
  const said = textOf(line, 'language');
  const language = said ? readLanguage(said) : null;
  if (language && !language.ok) found.push(...language.problems.map((problem) => finding(line, 'language', problem)));
  const contacts = CONTACTS.flatMap(([nameColumn, emailColumn]) => {
    const email = textOf(line, emailColumn);
    const contactName = textOf(line, nameColumn) || (email ? name : '');
    found.push(...contactFindings(line, emailColumn, contactName, context));
    return contactName ? [{ name: contactName, email: email || null }] : [];
  });
  const draft = {
    line: line.line,
    name,
    taxNumber: taxNumber?.ok ? taxNumber.value : null,
    reference: textOf(line, 'reference') || null,
    phone: textOf(line, 'phone') || null,
    language: language?.ok ? language.value : null,
    contacts,
  };
  return { draft, found };
}

function contactFindings(line: ImportLine, column: CustomerColumn, name: string, context: CustomerContext): Finding[] {
  const email = textOf(line, column);
  if (!email) return [];
  if (!context.isEmail(email)) {
    const message = 'This is no address: write one such as eleni@example.com';
    return [finding(line, column, { code: 'email-invalid', message })];
  }
  const holder = context.contacts.get(email.toLowerCase());
  if (holder === undefined || normaliseSearch(holder) === normaliseSearch(name)) return [];
  const message = `The contact ${holder} has this address: it will act for this customer too, with its name as it is`;
  return [finding(line, column, { code: 'contact-known', message, params: { name: holder } }, 'note')];
}

/** Remembers what names this line's customer, and says where another line had it before. */
function repeats(line: ImportLine, seen: Map<string, number>): Finding | null {
  const taxNumber = taxNumberKey(textOf(line, 'taxNumber'));
  const reference = textOf(line, 'reference');
  const keys: ReadonlyArray<readonly [CustomerColumn, string]> = [
    ...(taxNumber ? [['taxNumber', `tax ${taxNumber}`] as const] : []),
    ...(reference ? [['reference', `reference ${reference}`] as const] : []),
    ...(taxNumber || reference ? [] : [['name', `name ${normaliseSearch(textOf(line, 'name'))}`] as const]),
  ];
  const repeated = keys.find(([, key]) => seen.has(key));
  for (const [, key] of keys) if (!seen.has(key)) seen.set(key, line.line);
  if (!repeated) return null;
  const first = seen.get(repeated[1]) as number;
  const message = `Line ${first} has the same customer: keep one of the two`;
  return finding(line, repeated[0], { code: 'twice-in-file', message, params: { line: first } });
}
