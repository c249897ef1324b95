// The product's answers as the plain routes give them.
'use strict';

const rowsOf = (answer) => (Array.isArray(answer) ? answer : answer.rows);

const money = (value) => ({ value: (Number(value) / 100).toFixed(2), currency: 'EUR' });

/** `YYYY-MM-DD` whatever the driver gives. */
const day = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** As the product shows a code of free form. */
const code = (value) => value && { value, display: value, parts: [value], scheme: 'free' };

/** An instalment as the calendar lists it. */
const instalmentOf = (row) => ({
  documentId: row.document_id,
  payment: { documentId: row.payment, title: row.title },
  customer: { documentId: row.customer_document_id, name: row.customer },
  institution: { documentId: row.institution_document_id, name: row.institution },
  number: row.number,
  of: row.instalment_count,
  amount: money(row.amount),
  outstanding: money(row.amount - row.paid),
  dueDate: day(row.due_date),
  state: 'upcoming',
  paymentCode: code(row.own_code ?? row.payment_code),
});

module.exports = { code, day, instalmentOf, money, rowsOf };
