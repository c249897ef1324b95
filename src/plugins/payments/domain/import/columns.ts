import { normaliseSearch } from '../search-text';

export type ImportKind = 'customers' | 'payments';

export const IMPORT_KINDS: ReadonlyArray<ImportKind> = ['customers', 'payments'];

export type CustomerColumn =
  | 'name'
  | 'taxNumber'
  | 'reference'
  | 'phone'
  | 'language'
  | 'contactName'
  | 'contactEmail'
  | 'contact2Name'
  | 'contact2Email'
  | 'contact3Name'
  | 'contact3Email';

export type PaymentColumn =
  | 'taxNumber'
  | 'reference'
  | 'customer'
  | 'institution'
  | 'title'
  | 'description'
  | 'paymentCode'
  | 'currency'
  | 'total'
  | 'date'
  | 'amount'
  | 'count'
  | 'period'
  | 'alreadyPaid'
  | 'group'
  | 'paid'
  | 'note'
  | 'managerComments';

export type ColumnId = CustomerColumn | PaymentColumn;

export type HeaderLanguage = 'en' | 'el';

interface Column {
  readonly id: ColumnId;
  /** A file without it cannot be imported. */
  readonly required?: true;
  readonly header: Readonly<Record<HeaderLanguage, string>>;
  /** What other programs call it. */
  readonly others?: ReadonlyArray<string>;
}

const taxNumber: Column = {
  id: 'taxNumber',
  header: { en: 'Tax number', el: 'ΑΦΜ' },
  others: ['Α.Φ.Μ.', 'AFM', 'VAT number', 'VAT', 'TIN', 'Tax ID'],
};

const reference: Column = {
  id: 'reference',
  header: { en: 'Reference', el: 'Κωδικός πελάτη' },
  others: ['Customer reference', 'Customer code', 'Customer no', 'Κωδικός', 'Κωδ. πελάτη'],
};

const contact = (number: string, name: ColumnId, email: ColumnId): Column[] => [
  {
    id: name,
    header: { en: `Contact${number}`, el: `Επαφή${number}` },
    others: [`Contact${number} name`, `Υπεύθυνος${number}`],
  },
  {
    id: email,
    header: { en: `Contact${number} email`, el: `Email επαφής${number}` },
    others: [`Email${number}`, `E-mail${number}`, `Ηλεκτρονική διεύθυνση${number}`],
  },
];

const COLUMNS: Readonly<Record<ImportKind, ReadonlyArray<Column>>> = {
  customers: [
    {
      id: 'name',
      required: true,
      header: { en: 'Name', el: 'Επωνυμία' },
      others: ['Customer', 'Full name', 'Company', 'Πελάτης', 'Ονοματεπώνυμο', 'Όνομα'],
    },
    taxNumber,
    reference,
    { id: 'phone', header: { en: 'Phone', el: 'Τηλέφωνο' }, others: ['Telephone', 'Mobile', 'Κινητό', 'Τηλ.'] },
    { id: 'language', header: { en: 'Language', el: 'Γλώσσα' } },
    ...contact('', 'contactName', 'contactEmail'),
    ...contact(' 2', 'contact2Name', 'contact2Email'),
    ...contact(' 3', 'contact3Name', 'contact3Email'),
  ],
  payments: [
    taxNumber,
    reference,
    {
      id: 'customer',
      header: { en: 'Customer', el: 'Πελάτης' },
      others: ['Customer name', 'Name', 'Επωνυμία', 'Ονοματεπώνυμο', 'Οφειλέτης'],
    },
    { id: 'institution', header: { en: 'Institution', el: 'Φορέας' }, others: ['Creditor', 'Υπηρεσία', 'Οργανισμός'] },
    {
      id: 'title',
      required: true,
      header: { en: 'Title', el: 'Τίτλος' },
      others: ['Debt', 'Subject', 'Οφειλή', 'Είδος οφειλής'],
    },
    { id: 'description', header: { en: 'Description', el: 'Περιγραφή' } },
    {
      id: 'paymentCode',
      header: { en: 'Payment code', el: 'Κωδικός πληρωμής' },
      others: ['RF code', 'Debt ID', 'Κωδικός RF', 'Ταυτότητα οφειλής', 'Ταυτότητα πληρωμής'],
    },
    { id: 'currency', header: { en: 'Currency', el: 'Νόμισμα' } },
    { id: 'total', header: { en: 'Total', el: 'Σύνολο' }, others: ['Total amount', 'Συνολικό ποσό'] },
    {
      id: 'date',
      required: true,
      header: { en: 'Due date', el: 'Ημερομηνία' },
      others: ['Date', 'First date', 'Deadline', 'Προθεσμία', 'Πρώτη δόση', 'Ημερομηνία λήξης', 'Λήξη'],
    },
    {
      id: 'amount',
      header: { en: 'Instalment amount', el: 'Ποσό δόσης' },
      others: ['Amount', 'Instalment', 'Ποσό', 'Δόση'],
    },
    {
      id: 'count',
      header: { en: 'Number of instalments', el: 'Πλήθος δόσεων' },
      others: ['Instalments', 'Count', 'Δόσεις', 'Αριθμός δόσεων'],
    },
    {
      id: 'period',
      header: { en: 'Repayment period', el: 'Περιοδικότητα' },
      others: ['Period', 'Frequency', 'Περίοδος', 'Συχνότητα'],
    },
    {
      id: 'alreadyPaid',
      header: { en: 'Already paid (instalments)', el: 'Πληρωμένες δόσεις' },
      others: ['Paid instalments', 'Already paid'],
    },
    {
      id: 'group',
      header: { en: 'Plan number', el: 'Αριθμός ρύθμισης' },
      others: ['Plan', 'Payment number', 'Group', 'Ρύθμιση', 'Αρ. ρύθμισης'],
    },
    { id: 'paid', header: { en: 'Paid', el: 'Πληρώθηκε' }, others: ['Settled', 'Εξοφλημένη', 'Πληρωμένη'] },
    { id: 'note', header: { en: 'Note of the instalment', el: 'Σημείωση δόσης' }, others: ['Note', 'Σημείωση'] },
    {
      id: 'managerComments',
      header: { en: 'Manager comments', el: 'Σχόλια γραφείου' },
      others: ['Comments', 'Internal note', 'Σχόλια', 'Παρατηρήσεις'],
    },
  ],
};

/** Which column of a file is which of ours, in the file's order; null for one that is not imported. */
export type Mapping = ReadonlyArray<ColumnId | null>;

export const columnsOf = (kind: ImportKind): ReadonlyArray<ColumnId> => COLUMNS[kind].map(({ id }) => id);

export const requiredColumns = (kind: ImportKind): ReadonlyArray<ColumnId> =>
  COLUMNS[kind].filter(({ required }) => required).map(({ id }) => id);

export const templateHeaders = (kind: ImportKind, language: HeaderLanguage): string[] =>
  COLUMNS[kind].map(({ header }) => header[language]);

/** What a column is called in the template and on the pages. */
export const columnName = (kind: ImportKind, column: ColumnId, language: HeaderLanguage): string =>
  COLUMNS[kind].find(({ id }) => id === column)?.header[language] ?? column;

/** A header as two of them are compared: letters and digits alone, without accents and case. */
export const headerKey = (header: string): string => normaliseSearch(header).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Proposes what each column of a file is: as it was last said for a column of this name, else by its header in either language, ours or another
 * program's. No column of ours is proposed twice.
 *
 * @param remembered by `headerKey`
 */
export function proposeMapping(
  kind: ImportKind,
  headers: ReadonlyArray<string>,
  remembered: ReadonlyMap<string, ColumnId> = new Map(),
): Array<ColumnId | null> {
  const known = namesOf(kind);
  const own = new Set(columnsOf(kind));
  const taken = new Set<ColumnId>();
  return headers.map((header) => {
    const key = headerKey(header);
    const said = remembered.get(key);
    const proposed = said !== undefined && own.has(said) ? said : (known.get(key) ?? null);
    if (proposed === null || taken.has(proposed)) return null;
    taken.add(proposed);
    return proposed;
  });
}

function namesOf(kind: ImportKind): Map<string, ColumnId> {
  const names = new Map<string, ColumnId>();
  const add = (name: string, id: ColumnId) => {
    if (!names.has(headerKey(name))) names.set(headerKey(name), id);
  };
  for (const { id, header } of COLUMNS[kind]) for (const name of [id, header.en, header.el]) add(name, id);
  for (const { id, others = [] } of COLUMNS[kind]) for (const name of others) add(name, id);
  return names;
}
