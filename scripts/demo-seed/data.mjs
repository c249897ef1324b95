import { comingMarch, monthEnd, plusDays } from './days.mjs';
import { exampleGreekReference, exampleReference, exampleTaxDebt, exampleTaxNumber } from './examples.mjs';

export { institutions } from './institutions.mjs';

export const administrator = {
  firstname: 'Anna',
  lastname: 'Papadaki',
  email: 'admin@example.com',
  password: 'Demo-office-1',
};

export const contactPassword = 'Demo-contact-1';

export const office = { officeName: 'Papadaki & Partners (demo)', replyTo: 'office@example.com' };

/** One person acts for two customers; one customer has two contacts; one contact has no email address. */
export const contacts = {
  eleni: {
    name: 'Ελένη Παπαδάκη',
    email: 'eleni@example.com',
    language: 'el',
    about: 'acts for herself and for her bakery',
  },
  nikos: {
    name: 'Nikos Georgiou',
    email: 'nikos@example.com',
    language: 'en',
    about: 'one of two contacts of Georgiou & Sons',
  },
  maria: { name: 'Μαρία Γεωργίου', email: 'maria@example.com', language: 'el', about: 'the other one' },
  kostas: { name: 'Κώστας Νικολάου', email: null, language: 'el', about: 'has a telephone and no email' },
};

const taxNumbers = {
  eleni: exampleTaxNumber(1),
  bakery: exampleTaxNumber(2),
  georgiou: exampleTaxNumber(3),
  kostas: exampleTaxNumber(4),
};

export const customers = {
  eleni: {
    name: 'Παπαδάκη Ελένη',
    taxNumber: taxNumbers.eleni,
    phone: '+30 210 0000001',
    language: 'el',
    contacts: ['eleni'],
  },
  bakery: {
    name: 'Αρτοποιείο Παπαδάκη ΕΠΕ',
    taxNumber: taxNumbers.bakery,
    phone: '+30 210 0000002',
    language: 'el',
    contacts: ['eleni'],
  },
  georgiou: {
    name: 'Georgiou & Sons Ltd',
    taxNumber: taxNumbers.georgiou,
    phone: '+30 2310 000003',
    language: 'en',
    contacts: ['nikos', 'maria'],
  },
  kostas: {
    name: 'Νικολάου Κώστας',
    taxNumber: taxNumbers.kostas,
    phone: '+30 694 0000004',
    language: 'el',
    contacts: ['kostas'],
  },
};

const euro = (value) => ({ value, currency: 'EUR' });
const single = (total, date, more = {}) => ({ kind: 'single', total: euro(total), date, ...more });
const automatic = (total, amount, count, firstDate, period, more = {}) => ({
  kind: 'automatic',
  total: euro(total),
  amount,
  count,
  firstDate,
  period,
  ...more,
});
const manual = (total, ...instalments) => ({
  kind: 'manual',
  total: euro(total),
  instalments: instalments.map(([amount, date, paymentCode]) => ({
    amount,
    date,
    ...(paymentCode && { paymentCode }),
  })),
});

const taxDebt = (owner, serial) => ({ scheme: 'gr-tax', value: exampleTaxDebt(taxNumbers[owner], serial) });
const greekReference = (serial) => ({ scheme: 'gr-rf', value: exampleGreekReference(serial) });
const reference = (serial) => ({ scheme: 'rf', value: exampleReference(serial) });

/**
 * Debts around today: late, due now, soon and far, one-off and in instalments, running and paid, one whose code follows.
 *
 * @param {string} today `YYYY-MM-DD` in the office's time zone.
 */
export const paymentsAround = (today) => {
  const year = today.slice(0, 4);
  const day = (count) => plusDays(today, count);
  return [
    {
      customer: 'eleni',
      institution: 'tax',
      title: `Φόρος εισοδήματος ${year}`,
      description: 'Οκτώ δόσεις, στο τέλος κάθε μήνα.',
      paymentCode: taxDebt('eleni', 1),
      plan: automatic('1234.56', '154.32', 8, monthEnd(today, -3), 'month-end', { alreadyPaid: 3 }),
    },
    {
      customer: 'eleni',
      institution: 'insurance',
      title: `Ασφαλιστικές εισφορές ${year}`,
      paymentCode: greekReference(2),
      managerComments: 'Prefers to be called before the reminder goes.',
      plan: automatic('2858.64', '238.22', 12, day(-33), 'monthly', { alreadyPaid: 1 }),
    },
    {
      customer: 'eleni',
      institution: 'city',
      title: 'Δημοτικά τέλη',
      paymentCode: reference(3),
      plan: single('85.00', day(6)),
    },
    {
      customer: 'eleni',
      institution: 'city',
      title: 'Τέλη καθαριότητας (παλαιά)',
      paymentCode: reference(4),
      plan: single('42.50', day(-20), { alreadyPaid: 1 }),
    },
    {
      customer: 'bakery',
      institution: 'tax',
      title: 'ΦΠΑ τριμήνου',
      paymentCode: taxDebt('bakery', 5),
      plan: manual('1000.00', ['600.00', day(3)], ['400.00', day(33)]),
    },
    {
      customer: 'bakery',
      institution: 'insurance',
      title: 'Εργοδοτικές εισφορές',
      paymentCode: greekReference(6),
      plan: single('412.50', day(1)),
    },
    {
      customer: 'bakery',
      institution: 'tax',
      title: `ΕΝΦΙΑ ${comingMarch(today).slice(0, 4)}`,
      paymentCode: taxDebt('bakery', 7),
      description: 'Δώδεκα δόσεις από τον Μάρτιο, την τελευταία εργάσιμη κάθε μήνα.',
      plan: automatic('2000.00', '166.67', 12, comingMarch(today), 'month-end'),
    },
    {
      customer: 'georgiou',
      institution: 'tax',
      title: `Corporate income tax ${year}`,
      description: 'Eight instalments, each by the last working day of the month.',
      paymentCode: taxDebt('georgiou', 8),
      managerComments: 'Asked whether the rest can be paid at once.',
      plan: automatic('9600.00', '1200.00', 8, monthEnd(today, -2), 'month-end', { alreadyPaid: 2 }),
    },
    {
      customer: 'georgiou',
      institution: 'city',
      title: 'Advertising fee',
      paymentCode: reference(9),
      plan: single('320.00', today),
    },
    {
      customer: 'georgiou',
      institution: 'insurance',
      title: 'Arrangement of arrears',
      description: 'Twenty-four monthly instalments.',
      paymentCode: greekReference(10),
      plan: automatic('3600.00', '150.00', 24, day(20), 'monthly'),
    },
    {
      customer: 'georgiou',
      institution: 'bank',
      title: 'Business loan',
      description: 'The bank issues a code for each instalment; the third is to follow.',
      plan: manual(
        '1500.00',
        ['500.00', day(9), exampleGreekReference(14)],
        ['500.00', day(40), exampleGreekReference(15)],
        ['500.00', day(71)],
      ),
    },
    {
      customer: 'kostas',
      institution: 'insurance',
      title: 'Ασφαλιστικές εισφορές',
      paymentCode: greekReference(11),
      plan: single('238.22', day(-5)),
    },
    {
      customer: 'kostas',
      institution: 'tax',
      title: 'Τέλη κυκλοφορίας',
      description: 'Ο κωδικός πληρωμής θα δοθεί τον Δεκέμβριο.',
      paymentCode: null,
      plan: single('265.00', `${year}-12-31`),
    },
    {
      customer: 'kostas',
      institution: 'city',
      title: 'Τέλη κατάληψης πεζοδρομίου',
      paymentCode: reference(13),
      plan: manual('300.00', ['100.00', day(2)], ['100.00', day(16)], ['100.00', day(30)]),
    },
  ];
};
