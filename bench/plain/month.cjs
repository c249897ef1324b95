// A month of the calendar, day by day: in SQL by hand, and as Strapi's generic query of the whole month gives it.
'use strict';

const { day, instalmentOf, money, rowsOf } = require('./shapes.cjs');

const FIRST_OF_DAY = 4;

const byDay = (strapi) => async (ctx) => {
  const sql = (text) => strapi.db.connection.raw(text, [ctx.query.from, ctx.query.to]);
  const sums = rowsOf(
    await sql(`select due_date, count(*) as count, sum(case when state = 'open' then amount - paid else 0 end) as outstanding
      from payments_instalments where due_date between ? and ? group by due_date order by due_date`),
  );
  const first = rowsOf(
    await sql(`select n.document_id, n.number, n.amount, n.paid, n.due_date, n.payment_code as own_code, p.document_id as payment, p.title,
        p.payment_code, p.instalment_count, c.document_id as customer_document_id, c.name as customer,
        i.document_id as institution_document_id, i.name as institution
      from (select m.*, row_number() over (partition by due_date order by id) as place
        from payments_instalments m where due_date between ? and ?) n
      join payments_payments p on p.id = n.payment_ref
      left join payments_customers c on c.id = p.customer_ref
      left join payments_institutions i on i.id = p.institution_ref
      where n.place <= ${FIRST_OF_DAY} order by n.id`),
  );
  const days = new Map(
    sums.map((row) => [
      day(row.due_date),
      { date: day(row.due_date), count: Number(row.count), outstanding: [money(row.outstanding)], first: [] },
    ]),
  );
  for (const row of first) days.get(day(row.due_date)).first.push(instalmentOf(row));
  ctx.body = { data: [...days.values()], meta: {} };
};

/** What a month view needs, counted and cut to the first of each day from all that the month holds. */
const ofDocuments = (strapi) => async (ctx) => {
  const instalments = await strapi.documents('plugin::payments.instalment').findMany({
    filters: { dueDate: { $gte: ctx.query.from, $lte: ctx.query.to } },
    populate: { payment: { populate: { customer: true, institution: true } } },
    sort: ['dueDate:asc', 'id:asc'],
  });
  const days = new Map();
  for (const one of instalments) {
    const { payment } = one;
    const known = days.get(one.dueDate) ?? { date: one.dueDate, count: 0, open: 0, first: [] };
    days.set(one.dueDate, known);
    known.count += 1;
    if (one.state === 'open') known.open += one.amount - one.paid;
    if (known.first.length === FIRST_OF_DAY) continue;
    known.first.push(
      instalmentOf({
        document_id: one.documentId,
        number: one.number,
        amount: one.amount,
        paid: one.paid,
        due_date: one.dueDate,
        own_code: one.paymentCode,
        payment: payment.documentId,
        title: payment.title,
        payment_code: payment.paymentCode,
        instalment_count: payment.instalmentCount,
        customer_document_id: payment.customer.documentId,
        customer: payment.customer.name,
        institution_document_id: payment.institution.documentId,
        institution: payment.institution.name,
      }),
    );
  }
  const data = [...days.values()].map(({ open, ...one }) => ({ ...one, outstanding: [money(open)] }));
  ctx.body = { data, meta: {} };
};

module.exports = { byDay, ofDocuments };
