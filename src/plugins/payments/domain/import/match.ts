import { normaliseSearch } from '../search-text';
import { readTaxNumber, taxNumberKey } from '../sheet';
import type { ColumnId } from './columns';
import { finding, textOf } from './line';
import type { Finding, ImportLine } from './line';

/** A customer as an import looks for one. */
export interface KnownCustomer {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly taxNumber: string | null;
  readonly reference: string | null;
  readonly archived: boolean;
}

/** Things by what is written of them; several may bear one name. */
export type Index<T> = ReadonlyMap<string, ReadonlyArray<T>>;

export interface CustomerIndex {
  readonly byTaxNumber: Index<KnownCustomer>;
  readonly byReference: Index<KnownCustomer>;
  readonly byName: Index<KnownCustomer>;
}

export function indexBy<T>(items: ReadonlyArray<T>, keyOf: (item: T) => string): Index<T> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === '') continue;
    const same = index.get(key);
    if (same) same.push(item);
    else index.set(key, [item]);
  }
  return index;
}

export const indexCustomers = (customers: ReadonlyArray<KnownCustomer>): CustomerIndex => ({
  byTaxNumber: indexBy(customers, ({ taxNumber }) => taxNumberKey(taxNumber ?? '')),
  byReference: indexBy(customers, ({ reference }) => reference ?? ''),
  byName: indexBy(customers, ({ name }) => normaliseSearch(name)),
});

interface Candidates {
  /** By which column they were found. */
  readonly column: ColumnId;
  readonly found: ReadonlyArray<KnownCustomer>;
}

/**
 * The customers whom a line may be about: by tax number, else by reference, else by name. Whoever has another tax number than the one that is written is
 * somebody else.
 */
export function candidates(line: ImportLine, index: CustomerIndex, nameColumn: ColumnId): Candidates | null {
  const taxNumber = taxNumberKey(textOf(line, 'taxNumber'));
  const isNobodyElse = (customer: KnownCustomer) =>
    taxNumber === '' || !customer.taxNumber || taxNumberKey(customer.taxNumber) === taxNumber;
  const ways = [
    ['taxNumber', index.byTaxNumber.get(taxNumber)],
    ['reference', index.byReference.get(textOf(line, 'reference'))],
    [nameColumn, index.byName.get(normaliseSearch(textOf(line, nameColumn)))],
  ] as const;
  for (const [column, known = []] of ways) {
    const found = known.filter(isNobodyElse);
    if (found.length > 0) return { column, found };
  }
  return null;
}

/** Most customers that a finding names. */
const MOST_NAMED = 5;

export function namesOf(customers: ReadonlyArray<KnownCustomer>): string {
  const named = customers.slice(0, MOST_NAMED).map(({ name, taxNumber, reference }) => {
    const more = [taxNumber, reference].filter(Boolean).join(', ');
    return more ? `${name} (${more})` : name;
  });
  return customers.length > MOST_NAMED ? `${named.join('; ')} …` : named.join('; ');
}

/** The one customer whom a line is about, or what stands in the way. */
export function matchCustomer(
  line: ImportLine,
  index: CustomerIndex,
  country: string,
  nameColumn: ColumnId,
): { readonly customer: KnownCustomer } | { readonly finding: Finding } {
  const match = candidates(line, index, nameColumn);
  if (!match) return { finding: nobody(line, country, nameColumn) };
  const { column, found } = match;
  const current = found.filter(({ archived }) => !archived);
  const [customer] = current;
  if (current.length > 1) {
    const names = namesOf(current);
    const message = `Several customers fit: write the tax number or the reference of one of ${names}`;
    return { finding: finding(line, column, { code: 'customer-ambiguous', message, params: { names } }) };
  }
  if (customer) return { customer };
  const name = found[0]?.name ?? '';
  const message = `${name} is archived: take the customer back first, or leave the line out`;
  return { finding: finding(line, column, { code: 'customer-archived', message, params: { name } }) };
}

function nobody(line: ImportLine, country: string, nameColumn: ColumnId): Finding {
  const taxNumber = textOf(line, 'taxNumber');
  const read = taxNumber ? readTaxNumber(taxNumber, country) : null;
  if (read && !read.ok && read.problems[0]) return finding(line, 'taxNumber', read.problems[0]);
  const written = (['taxNumber', 'reference', nameColumn] as const).find((column) => textOf(line, column) !== '');
  if (!written) {
    const message = 'The customer is missing: write a tax number, a reference or a name';
    return finding(line, nameColumn, { code: 'customer-missing', message });
  }
  const message = 'There is no such customer: correct this, or import the customer first';
  return finding(line, written, { code: 'customer-unknown', message });
}
