/* global Blob, File, FormData */
import { plusDays } from '../demo-seed/days.mjs';
import { exampleGreekReference, exampleTaxDebt, exampleTaxNumber } from '../demo-seed/examples.mjs';
import { today } from './office.mjs';

/** When the demo's payments were registered: the mails of five weeks lie behind the pictures. */
const firstDay = '2026-10-19';

/** An instant of the office's morning; Athens was an hour further ahead of UTC until 25 October. */
const at = (day, time) => `${day}T${time}:00Z`;

const euro = (value) => ({ value, currency: 'EUR' });

/** The payment of that title, whole. */
export const paymentOf = async (office, title) => {
  const found = await office.staff('GET', `/payments/payments?state=all&q=${encodeURIComponent(title)}`);
  if (found.length === 0) throw new Error(`The office has no payment "${title}".`);
  return office.staff('GET', `/payments/payments/${found[0].documentId}`);
};

/** The customer of that name. */
export const customerOf = async (office, name) => {
  const [found] = await office.staff('GET', `/payments/customers?q=${encodeURIComponent(name)}`);
  if (!found) throw new Error(`The office has no customer "${name}".`);
  return found;
};

/** A file of a few lines that any reader of PDF opens. */
const pdf = (name, fields) => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  const bytes =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  form.append('file', new Blob([bytes], { type: 'application/pdf' }), name);
  return form;
};

const settle = async (office, title, number, { paidOn, ...more }) => {
  const { revision, instalments } = await paymentOf(office, title);
  const { documentId } = instalments[number - 1];
  await office.staff('POST', `/payments/instalments/${documentId}/settle`, {
    revision,
    paidOn,
    sendEmail: false,
    ...more,
  });
};

const report = async (office, who, title, number, fields) => {
  const { instalments } = await paymentOf(office, title);
  const contact = await office.contact(who);
  const form = new FormData();
  for (const [key, value] of Object.entries(fields))
    if (value instanceof Blob) form.append(key, value, value.name);
    else form.append(key, value);
  await contact('POST', `/api/payments/instalments/${instalments[number - 1].documentId}/receipts`, form);
};

/** Two customers whom no mail reaches: one address is gone, the other's server does not answer. */
const addTroubled = async (office, institutions) => {
  const of = (name) => institutions.find((institution) => institution.name.includes(name)).documentId;
  const workshop = await office.staff('POST', '/payments/customers', {
    name: 'Ιωάννου Μηχανολογική ΑΕ',
    taxNumber: exampleTaxNumber(5),
    phone: '+30 2610 000005',
    language: 'el',
    contacts: [{ name: 'Δημήτρης Ιωάννου', email: 'gone@example.com', language: 'el' }],
  });
  const cafe = await office.staff('POST', '/payments/customers', {
    name: 'Καφέ Αίγλη ΟΕ',
    taxNumber: exampleTaxNumber(6),
    phone: '+30 210 0000006',
    language: 'el',
    contacts: [{ name: 'Σοφία Δήμου', email: 'silent@example.com', language: 'el' }],
  });
  const register = (customer, institution, title, paymentCode, plan) =>
    office.staff('POST', '/payments/payments', {
      customer: customer.documentId,
      institution: of(institution),
      title,
      paymentCode,
      plan,
      sendEmail: false,
    });
  await register(
    workshop,
    'Tax',
    'ΦΜΥ Νοεμβρίου',
    { scheme: 'gr-tax', value: exampleTaxDebt(exampleTaxNumber(5), 21) },
    {
      kind: 'single',
      total: euro('1180.40'),
      date: '2026-11-30',
    },
  );
  await register(
    cafe,
    'insurance',
    'Εισφορές ΕΦΚΑ, ρύθμιση',
    { scheme: 'gr-rf', value: exampleGreekReference(22) },
    {
      kind: 'automatic',
      total: euro('1440.00'),
      amount: '120.00',
      count: 12,
      firstDate: '2026-11-25',
      period: 'monthly',
    },
  );
};

/** What staff and customers did on a day, by its date. */
const happenings = {
  '2026-10-26': (office) => settle(office, 'Business loan', 1, { paidOn: '2026-10-26', amount: '200.00' }),
  '2026-11-09': async (office) => {
    const payment = await paymentOf(office, 'Business loan');
    const { documentId } = payment.instalments[1];
    await office.staff('PUT', `/payments/instalments/${documentId}`, {
      revision: payment.revision,
      dueDate: plusDays(payment.instalments[1].dueDate, 5),
      sendEmail: true,
    });
  },
  '2026-11-16': async (office) => {
    const { documentId, revision } = await paymentOf(office, 'Corporate income tax');
    const file = pdf('notice-of-assessment.pdf', { revision, sendEmail: false });
    await office.staff('POST', `/payments/payments/${documentId}/attachments`, file);
    await settle(office, 'Εργοδοτικές εισφορές', 1, { paidOn: '2026-11-16', amount: '212.50', surcharge: '3.10' });
  },
  '2026-11-20': async (office) => {
    const { instalments } = await paymentOf(office, 'Νικολάου');
    await office.staff('POST', `/payments/instalments/${instalments[0].documentId}/call`, {
      note: 'Pays on Friday, he says',
    });
  },
};

const thisMorning = async (office) => {
  await report(office, 'nikos', 'Advertising fee', 1, {
    paidOn: today,
    amount: '320.00',
    comment: 'By e-banking, this morning',
    file: new File(['%PDF-1.4\n%%EOF\n'], 'transfer.pdf', { type: 'application/pdf' }),
  });
  await report(office, 'eleni', 'ΦΠΑ τριμήνου', 1, { paidOn: today, amount: '400.00', comment: 'Τα υπόλοιπα αύριο' });
};

/**
 * Five weeks of an office: the demo's payments are registered, reminded and partly paid, a mail comes back and another is lost.
 *
 * @param office Of `openOffice`, with an empty database; it is left in the morning of the pictures' day.
 */
export const live = async (office) => {
  await office.clock(at(firstDay, '06:30'));
  await office.seed(today);
  await addTroubled(office, await office.staff('GET', '/payments/institutions'));
  await office.staff('POST', '/payments/office-closures', {
    startDate: '2026-12-24',
    endDate: '2026-12-31',
    name: 'Christmas',
  });
  for (let day = firstDay; day <= today; day = plusDays(day, 1)) {
    await office.clock(at(day, '07:05'));
    await happenings[day]?.(office);
    // What was edited goes when the edit window is over.
    await office.clock(at(day, '07:10'));
    await office.tick();
  }
  await office.clock(at(today, '07:40'));
  await thisMorning(office);
  await office.tick();
};
