import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useOffice } from '../hooks/useOffice';
import { formatAmount, formatDay, formatInstant, formatMoney, formatMonth, formatWeekday } from './format';
import type { MoneyText } from './format';

export interface Formats {
  /** `1.234,56 €` */
  money(money: MoneyText): string;
  /** `1.234,56` */
  amount(value: string, currency: string): string;
  /** `31/07/2026` */
  day(day: string): string;
  /** `Fri 31/07/2026` */
  weekDay(day: string): string;
  /** `July 2026` */
  month(day: string): string;
  /** Date and time in the office's zone. */
  instant(instant: string): string;
}

/** Amounts and dates as the office writes them, names of days and months in the reader's language. */
export const useFormat = (): Formats => {
  const { locale: language } = useIntl();
  const { locale, timeZone } = useOffice();
  return useMemo(
    () => ({
      money: (money) => formatMoney(locale, money),
      amount: (value, currency) => formatAmount(locale, value, currency),
      day: (day) => formatDay(locale, day),
      weekDay: (day) => `${formatWeekday(language, day)} ${formatDay(locale, day)}`,
      month: (day) => formatMonth(language, day),
      instant: (instant) => formatInstant(locale, timeZone, instant),
    }),
    [language, locale, timeZone],
  );
};
