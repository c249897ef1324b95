export { checkPaymentCode, detectScheme, SCHEME_IDS, wrongCustomer } from './registry';
export type { CheckedPaymentCode } from './registry';
export { isAfm } from './afm';
export type { SchemeId } from './scheme';
