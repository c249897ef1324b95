import type { StaffPaymentItem } from '../../../contracts/payment';
import { asText, csvLine } from '../../../domain/sheet';

export type ExportLanguage = 'en' | 'el';

type State = StaffPaymentItem['state'] | 'overdue';

interface ExportWords {
  readonly headers: readonly string[];
  readonly states: Readonly<Record<State, string>>;
  readonly file: string;
}

const words: Readonly<Record<ExportLanguage, ExportWords>> = {
  en: {
    headers: [
      ...['Reference', 'Customer', 'Tax number', 'Institution', 'Title', 'Payment code', 'State', 'Next deadline'],
      ...['Instalments', 'Currency', 'Total', 'Paid', 'Outstanding'],
    ],
    states: { open: 'Open', overdue: 'Overdue, not confirmed', settled: 'Settled', cancelled: 'Cancelled' },
    file: 'payments',
  },
  el: {
    headers: [
      ...['Κωδικός', 'Πελάτης', 'ΑΦΜ', 'Φορέας', 'Τίτλος', 'Κωδικός πληρωμής', 'Κατάσταση', 'Επόμενη προθεσμία'],
      ...['Δόσεις', 'Νόμισμα', 'Σύνολο', 'Πληρωμένα', 'Υπόλοιπο'],
    ],
    states: {
      open: 'Ανοιχτή',
      overdue: 'Εκπρόθεσμη, χωρίς επιβεβαίωση',
      settled: 'Εξοφλημένη',
      cancelled: 'Ακυρωμένη',
    },
    file: 'ofeiles',
  },
};

/** How amounts and days are written: as the office's spreadsheet reads them. */
export interface ExportStyle {
  readonly language: ExportLanguage;
  /** `,` or `.`; nothing groups the thousands. */
  readonly decimalSign: string;
  day(day: string): string;
}

/** The style of a locale such as `el` or `en-GB`. */
export function exportStyle(language: ExportLanguage, locale: string): ExportStyle {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const days = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  return {
    language,
    decimalSign: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
    day: (day) => days.format(new Date(`${day}T12:00:00Z`)),
  };
}

export const exportName = (language: ExportLanguage, today: string): string => `${words[language].file}-${today}.csv`;

export const exportHeader = ({ language }: ExportStyle): string => csvLine(words[language].headers);

/** One payment as a line. What staff write for themselves is in no export. */
export function exportLine(payment: StaffPaymentItem, { language, decimalSign, day }: ExportStyle): string {
  const amount = ({ value }: { value: string }) => value.replace('.', decimalSign);
  const { total, paid, outstanding, customer, institution, paymentCode, nextDueDate } = payment;
  return csvLine([
    payment.reference,
    customer.name,
    asText(customer.taxNumber ?? ''),
    institution?.name ?? '',
    payment.title,
    asText(paymentCode?.display ?? ''),
    words[language].states[payment.overdue ? 'overdue' : payment.state],
    nextDueDate ? day(nextDueDate) : '',
    String(payment.instalmentCount),
    total.currency,
    amount(total),
    amount(paid),
    amount(outstanding),
  ]);
}
