/** The customer's side. */
export const shots = [
  {
    name: 'portal',
    contact: 'nikos',
    window: 'phone',
    at: '',
    height: 780,
    prepare: (page) => page.getByRole('region', { name: 'Pay next' }).waitFor(),
  },
  { name: 'mail-reminder', mail: ({ subject }) => subject.startsWith('Reminder: Corporate') },
];
