// What a careful developer would write by hand for one page: plain SQL in a plain route of the same process, behind the same sign-in. And what
// they would write with Strapi's document service. The product is measured against both.
'use strict';

const createByDocuments = require('./create.cjs');
const { byDay, ofDocuments } = require('./month.cjs');
const { code, day, instalmentOf, money, rowsOf } = require('./shapes.cjs');

// The bench's own functions travel here as text, in which its loader has left calls that keep their names.
globalThis.__name = (fn) => fn;

const instant = (value) => new Date(value).toISOString();

const PAGE = 25;

const pages = (size, total) => ({
  pagination: { page: 1, pageSize: size, pageCount: Math.ceil(total / size), total },
});

/** The log's page of one contact: the rows with the instalment to pay next, then how many there are. */
const log = (strapi) => async (ctx) => {
  const sql = (text) => strapi.db.connection.raw(text, [ctx.state.user.id]);
  const mine = `from payments_payments p
    join payments_customers c on c.id = p.customer_ref
    where p.state = 'open' and p.customer_ref in (
      select a.customer_id from payments_customers_contacts_lnk a
      join payments_contacts_user_lnk u on u.contact_id = a.contact_id where u.user_id = ?)`;
  const rows = rowsOf(
    await sql(`select page.*, i.name as institution, i.pay_url,
        n.document_id as next, n.number, n.amount, n.paid as part_paid, n.nominal_date, n.due_date, n.payment_code as own_code, n.note,
        (select sum(o.amount - o.paid) from payments_instalments o where o.payment_ref = page.id and o.state = 'open') as outstanding
      from (select p.*, c.name as customer, c.document_id as customer_document_id ${mine}
        order by p.next_due_date, p.id limit ${PAGE}) page
      left join payments_institutions i on i.id = page.institution_ref
      left join payments_instalments n on n.id = (select o.id from payments_instalments o
        where o.payment_ref = page.id and o.state = 'open' order by o.due_date, o.number limit 1)
      order by page.next_due_date, page.id`),
  );
  const [count] = rowsOf(await sql(`select count(*) as total ${mine}`));
  ctx.body = {
    data: rows.map((row) => ({
      documentId: row.document_id,
      customer: { documentId: row.customer_document_id, name: row.customer },
      title: row.title,
      description: row.description,
      institution: { name: row.institution, payUrl: row.pay_url },
      paymentCode: code(row.payment_code),
      total: money(row.total),
      paid: money(row.paid),
      outstanding: money(row.outstanding),
      state: row.state,
      nextDueDate: day(row.next_due_date),
      instalmentCount: row.instalment_count,
      version: row.version,
      changedAt: instant(row.changed_at),
      next: {
        documentId: row.next,
        number: row.number,
        of: row.instalment_count,
        amount: money(row.amount),
        paid: money(row.part_paid),
        outstanding: money(row.amount - row.part_paid),
        nominalDate: day(row.nominal_date),
        dueDate: day(row.due_date),
        shift: null,
        state: 'upcoming',
        paymentCode: code(row.own_code ?? row.payment_code),
        note: row.note,
        qr: false,
        receipt: null,
      },
    })),
    meta: pages(PAGE, Number(count.total)),
  };
};

/** The same page as a typical custom controller has it. */
const logOfDocuments = (strapi) => async (ctx) => {
  const filters = { state: 'open', customer: { contacts: { user: { id: ctx.state.user.id } } } };
  const payments = strapi.documents('plugin::payments.payment');
  const populate = { customer: true, institution: true, instalments: true };
  const sort = ['nextDueDate:asc', 'id:asc'];
  const data = await payments.findMany({ filters, populate, sort, start: 0, limit: PAGE });
  ctx.body = { data, meta: pages(PAGE, await payments.count({ filters })) };
};

const MONTH_PAGE = 100;

/** A month of the calendar's table: a page of rows, then how many there are. */
const calendar = (strapi) => async (ctx) => {
  const sql = (text) => strapi.db.connection.raw(text, [ctx.query.from, ctx.query.to]);
  const rows = rowsOf(
    await sql(`select n.document_id, n.number, n.amount, n.paid, n.due_date, n.payment_code as own_code, p.document_id as payment, p.title,
        p.payment_code, p.instalment_count, c.document_id as customer_document_id, c.name as customer,
        i.document_id as institution_document_id, i.name as institution
      from payments_instalments n
      join payments_payments p on p.id = n.payment_ref
      left join payments_customers c on c.id = p.customer_ref
      left join payments_institutions i on i.id = p.institution_ref
      where n.due_date between ? and ? order by n.due_date, n.id limit ${MONTH_PAGE}`),
  );
  const [count] = rowsOf(
    await sql('select count(*) as total from payments_instalments n where n.due_date between ? and ?'),
  );
  ctx.body = {
    data: rows.map(instalmentOf),
    meta: pages(MONTH_PAGE, Number(count.total)),
  };
};

/** The product's staff lists count exactly to here, and so does the plain one. */
const MOST_COUNTED = 10_000;

/** The first page of the staff's list of open payments. */
const list = (strapi) => async (ctx) => {
  const sql = (text) => strapi.db.connection.raw(text);
  const rows = rowsOf(
    await sql(`select page.*, c.document_id as customer_document_id, c.name as customer, c.tax_number, c.phone,
        i.document_id as institution_document_id, i.name as institution, n.number, n.amount, n.due_date,
        (select sum(o.amount - o.paid) from payments_instalments o where o.payment_ref = page.id and o.state = 'open') as outstanding
      from (select * from payments_payments p where p.state = 'open' order by p.next_due_date, p.id limit ${PAGE}) page
      left join payments_customers c on c.id = page.customer_ref
      left join payments_institutions i on i.id = page.institution_ref
      left join payments_instalments n on n.id = (select o.id from payments_instalments o
        where o.payment_ref = page.id and o.state = 'open' order by o.due_date, o.number limit 1)
      order by page.next_due_date, page.id`),
  );
  const [count] = rowsOf(
    await sql(`select count(*) as total from
      (select 1 from payments_payments where state = 'open' limit ${MOST_COUNTED + 1}) as counted`),
  );
  const total = Number(count.total);
  ctx.body = {
    data: rows.map((row) => ({
      documentId: row.document_id,
      revision: row.revision,
      reference: row.reference,
      customer: {
        documentId: row.customer_document_id,
        name: row.customer,
        taxNumber: row.tax_number,
        phone: row.phone,
      },
      institution: { documentId: row.institution_document_id, name: row.institution },
      title: row.title,
      paymentCode: code(row.payment_code),
      total: money(row.total),
      paid: money(row.paid),
      outstanding: money(row.outstanding),
      state: row.state,
      overdue: false,
      nextDueDate: day(row.next_due_date),
      instalmentCount: row.instalment_count,
      remindersPaused: Boolean(row.reminders_paused),
      createdAt: instant(row.created_at),
      updatedAt: instant(row.updated_at),
      next: { number: row.number, amount: money(row.amount), dueDate: day(row.due_date) },
    })),
    meta: pages(PAGE, Math.min(MOST_COUNTED, total)),
  };
};

const asContact = (path, handler) => ({
  method: 'GET',
  path,
  handler,
  info: { type: 'content-api' },
  config: { auth: { strategies: ['users-permissions'], scope: ['plugin::payments.contact.listObligations'] } },
});

const asStaff = (path, handler, method = 'GET') => ({
  method,
  path,
  handler,
  info: { type: 'admin' },
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: ['plugin::payments.read'] } },
    ],
  },
});

/** Adds the plain routes when everything that they lean on is loaded, just before the server takes its routes. */
module.exports = (strapi) => {
  const mount = strapi.server.mount.bind(strapi.server);
  strapi.server.mount = () => {
    strapi.server.routes({
      type: 'content-api',
      routes: [asContact('/plain/log', log(strapi)), asContact('/plain/log-of-documents', logOfDocuments(strapi))],
    });
    strapi.server.routes({
      type: 'admin',
      routes: [
        asStaff('/plain/calendar', calendar(strapi)),
        asStaff('/plain/calendar-by-day', byDay(strapi)),
        asStaff('/plain/calendar-of-documents', ofDocuments(strapi)),
        asStaff('/plain/list', list(strapi)),
        asStaff('/plain/create-by-documents', createByDocuments(strapi), 'POST'),
      ],
    });
    return mount();
  };
};
