import type { ChangeValue } from '../../../../contracts/payment';
import type { Formats } from '../../intl/useFormat';
import type { TextKey, Translate } from '../../intl/useT';
import en from '../../translations/en.json';

const MONEY_FIELDS = new Set(['total', 'amount', 'paid', 'surcharge', 'outstanding']);
const DAY_FIELDS = new Set(['dueDate', 'nominalDate', 'paidOn', 'lostOn']);
const SHIFTS = new Set(['weekend', 'holiday', 'decree', 'collision']);

const RECEIPTS = new Set(['pending', 'accepted', 'rejected', 'withdrawn', 'void']);

/** A change of the history in words. */
export interface ChangeText {
  /** `Instalment 2 · Deadline` */
  field: string;
  before: string;
  after: string;
}

interface Context {
  currency: string;
  t: Translate;
  format: Formats;
}

const stateText = (value: string, ofInstalment: boolean, t: Translate): string => {
  const key = ofInstalment ? `change.instalmentState.${value}` : `paymentState.${value}`;
  return key in en ? t(key as TextKey) : value;
};

const valueText = (
  { field, number }: ChangeValue,
  value: ChangeValue['before'],
  { currency, t, format }: Context,
): string => {
  if (value === null || value === '') return t('change.none');
  if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
  if (typeof value === 'number') return String(value);
  if (MONEY_FIELDS.has(field)) return format.money({ value, currency });
  if (DAY_FIELDS.has(field)) return format.weekDay(value);
  if (field === 'state') return stateText(value, number !== undefined, t);
  if (field === 'receipt' && RECEIPTS.has(value)) return t(`receipt.state.${value}` as TextKey);
  if (field === 'shift' && SHIFTS.has(value)) return t(`shift.${value}` as TextKey);
  return value;
};

const fieldText = ({ field, number }: ChangeValue, t: Translate): string => {
  const key = `change.field.${field}`;
  const name = key in en ? t(key as TextKey) : field;
  return number === undefined ? name : t('change.ofInstalment', { number, field: name });
};

export const changeText = (change: ChangeValue, context: Context): ChangeText => ({
  field: fieldText(change, context.t),
  before: valueText(change, change.before, context),
  after: valueText(change, change.after, context),
});
