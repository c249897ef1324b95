import type { Obligation, ObligationInstalment, ObligationItem } from '../../client/src';

type Day = ObligationInstalment['dueDate'];
type Money = ObligationInstalment['amount'];

/** The contract's days and currencies are branded; a test knows what it writes. */
export const day = (text: string): Day => text as Day;

export const eur = (value: string): Money => ({ value, currency: 'EUR' as Money['currency'] });

export const instalment = (changes: Partial<ObligationInstalment> = {}): ObligationInstalment => ({
  documentId: `i${changes.number ?? 1}`,
  number: 1,
  of: 3,
  amount: eur('100.00'),
  paid: eur('0.00'),
  outstanding: eur('100.00'),
  nominalDate: day('2026-11-30'),
  dueDate: day('2026-11-30'),
  payBy: day('2026-11-30'),
  shift: null,
  state: 'upcoming',
  paymentCode: null,
  note: null,
  qr: false,
  receipt: null,
  ...changes,
});

const common = {
  documentId: 'p1',
  customer: { documentId: 'c1', name: 'Papadaki Eleni' },
  title: 'Income tax 2026',
  description: null,
  institution: { name: 'Tax office', payUrl: null },
  paymentCode: null,
  total: eur('300.00'),
  paid: eur('0.00'),
  outstanding: eur('300.00'),
  state: 'open' as const,
  nextDueDate: day('2026-11-30'),
  instalmentCount: 3,
  version: 1,
  changedAt: '2026-10-01T08:00:00.000Z',
};

export const obligation = (changes: Partial<Obligation> = {}): Obligation => ({
  ...common,
  instalments: [1, 2, 3].map((number) => instalment({ number })),
  attachments: [],
  history: [],
  ...changes,
});

export const obligationItem = (changes: Partial<ObligationItem> = {}): ObligationItem => ({
  ...common,
  next: null,
  ...changes,
});
