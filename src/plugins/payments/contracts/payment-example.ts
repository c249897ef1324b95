/** An amount in euros, for examples. */
export const exampleMoney = (value: string) => ({ value, currency: 'EUR' });

/** A payment as a list has it, without `next`. */
export const exampleSummary = {
  documentId: 'k2f9w0x8p4l7m1n3b5v6c8z0',
  revision: 1,
  reference: 'P-2031',
  customer: { documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', name: 'Papadaki Eleni', taxNumber: '094259216', phone: null },
  institution: { documentId: 'q1w2e3r4t5y6u7i8o9p0a1s2', name: 'Tax office' },
  title: 'Income tax 2026',
  paymentCode: {
    value: 'RF18539007547034',
    display: 'RF18 5390 0754 7034',
    parts: ['RF18539007547034'],
    scheme: 'rf',
  },
  total: exampleMoney('850.00'),
  paid: exampleMoney('0.00'),
  outstanding: exampleMoney('850.00'),
  state: 'open',
  overdue: false,
  nextDueDate: '2026-12-31',
  instalmentCount: 1,
  remindersPaused: false,
  createdAt: '2026-11-23T08:00:00.000Z',
  updatedAt: '2026-11-23T08:00:00.000Z',
};

/** A payment with everything that staff see of it. */
export const examplePayment = {
  ...exampleSummary,
  description: null,
  kind: 'single',
  period: null,
  convention: 'following',
  managerComments: 'Asked for a later date by telephone',
  lostAfter: null,
  arrangement: null,
  lostOn: null,
  replacedBy: null,
  replaces: [],
  attachments: [],
  instalments: [
    {
      documentId: 'z9y8x7w6v5u4t3s2r1q0p9o8',
      number: 1,
      of: 1,
      amount: exampleMoney('850.00'),
      paid: exampleMoney('0.00'),
      outstanding: exampleMoney('850.00'),
      nominalDate: '2026-12-31',
      dueDate: '2026-12-31',
      payBy: '2026-12-30',
      shift: null,
      state: 'upcoming',
      paymentCode: exampleSummary.paymentCode,
      note: null,
      ownPaymentCode: false,
      surcharge: exampleMoney('0.00'),
      paidOn: null,
      pinned: false,
    },
  ],
  history: [
    {
      at: '2026-11-23T08:00:00.000Z',
      kind: 'created',
      by: { kind: 'admin', name: 'Maria Ioannou' },
      loud: true,
      reason: null,
      changes: [],
      staffChanges: [],
    },
  ],
};
