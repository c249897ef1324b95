export { checkPaymentCode, detectScheme, SCHEME_IDS, schemeOfTyped, wrongCustomer } from './registry';
export type { CheckedPaymentCode } from './registry';
export { isAfm } from './afm';
export type { SchemeId } from './scheme';
export { addedCodeMisuse, codeUseProblems } from './use';
export type { CodePaths, CodesInUse, CodeUse } from './use';
