export { formatAmount, parseTypedAmount } from './typing/amount';
export { formatDay, parseTypedDate } from './typing/date';
