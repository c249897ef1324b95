import { table } from '../constants';

type Kind = keyof typeof table;

/**
 * What each table may hold of a person: `personal`, and then `customerData` hands it out and erases it, the documentation names it, and the test of the
 * erasure fills it; or `nothing`. A table that is in neither does not compile.
 */
const holds: Readonly<Record<Kind, 'personal' | 'nothing'>> = {
  accessToken: 'personal',
  // Days, and what they are called.
  closedDay: 'nothing',
  contact: 'personal',
  customer: 'personal',
  event: 'personal',
  extension: 'personal',
  importBatch: 'personal',
  instalment: 'personal',
  // Who is owed: public bodies, banks, landlords. The office's business partners, not its customers.
  institution: 'nothing',
  notice: 'personal',
  officeClosure: 'nothing',
  payment: 'personal',
  receipt: 'personal',
  reminder: 'personal',
  series: 'personal',
  seriesPeriod: 'personal',
};

const kinds = Object.keys(holds) as Kind[];

/** Tables that may hold something of a customer or a contact. */
export const personalTables = kinds.filter((kind) => holds[kind] === 'personal').map((kind) => table[kind]);

/** Tables that hold nothing of a customer or a contact. */
export const impersonalTables = kinds.filter((kind) => holds[kind] === 'nothing').map((kind) => table[kind]);
