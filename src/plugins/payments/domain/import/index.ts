export {
  columnName,
  columnsOf,
  headerKey,
  IMPORT_KINDS,
  proposeMapping,
  requiredColumns,
  templateHeaders,
} from './columns';
export type { ColumnId, HeaderLanguage, ImportKind, Mapping } from './columns';
export { readCustomers } from './customers';
export type { CustomerDraft } from './customers';
export { badLines } from './line';
export type { Finding, FindingCode, ImportLine } from './line';
export { indexBy, indexCustomers } from './match';
export type { KnownCustomer } from './match';
export { readPayments } from './payments';
export type { KnownInstitution, PaymentDraft } from './payments';
export { debtKeys, duplicates, placePayment, singleUseTwice } from './place';
export type { PlacedPayment } from './place';
export { importLines } from './table';
export type { Correction } from './table';
