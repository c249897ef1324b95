/** What a calendar says besides names and numbers. */
export interface FeedWords {
  readonly name: (office: string) => string;
  readonly paid: string;
  readonly cancelled: string;
  readonly payBy: (day: string) => string;
  readonly code: (display: string) => string;
  readonly reported: string;
}

export const feedWords: Readonly<Record<'en' | 'el', FeedWords>> = {
  en: {
    name: (office) => `Payments · ${office}`,
    paid: 'Paid',
    cancelled: 'Cancelled',
    payBy: (day) => `Order the payment by ${day}`,
    code: (display) => `Payment code: ${display}`,
    reported: 'You told us that it is paid',
  },
  el: {
    name: (office) => `Πληρωμές · ${office}`,
    paid: 'Πληρώθηκε',
    cancelled: 'Ακυρώθηκε',
    payBy: (day) => `Δώστε εντολή πληρωμής έως ${day}`,
    code: (display) => `Κωδικός πληρωμής: ${display}`,
    reported: 'Μας είπατε ότι πληρώθηκε',
  },
};
