// How a developer would register a plan with Strapi's document service: in one transaction, a create for each row.
'use strict';

/** The dates are made by the same code on both sides: what is compared is how they are kept. */
const rowsOf = async (strapi, plan) => (await strapi.plugin('payments').service('plan').make(plan, null)).instalments;

/** The plugin's own hooks would write its history beside each of these rows; without them the comparison is what Strapi costs. */
const withoutHooks = async (strapi, work) => {
  strapi.db.lifecycles.disable();
  try {
    return await work();
  } finally {
    strapi.db.lifecycles.enable();
  }
};

module.exports = (strapi) => async (ctx) => {
  const { customer, title, plan } = ctx.request.body;
  const documents = (type) => strapi.documents(`plugin::payments.${type}`);
  const rows = await rowsOf(strapi, plan);
  const at = new Date();
  const payment = await withoutHooks(strapi, () =>
    strapi.db.transaction(async () => {
      const owner = await strapi.db.query('plugin::payments.customer').findOne({ where: { documentId: customer } });
      const made = await documents('payment').create({
        data: {
          reference: `D-${process.hrtime.bigint()}`,
          customer,
          customerRef: owner.id,
          title,
          searchText: title.toLowerCase(),
          currency: plan.total.currency,
          kind: 'automatic',
          period: plan.period,
          convention: plan.convention,
          total: String(rows.reduce((sum, { amount }) => sum + amount, 0)),
          paid: '0',
          nextDueDate: rows[0].dueDate,
          instalmentCount: rows.length,
          state: 'open',
          revision: 1,
          version: 1,
          changedAt: at,
        },
      });
      for (const { number, amount, nominalDate, dueDate } of rows) {
        await documents('instalment').create({
          data: {
            payment: made.documentId,
            paymentRef: made.id,
            number,
            amount: String(amount),
            paid: '0',
            surcharge: '0',
            nominalDate,
            dueDate,
            state: 'open',
          },
        });
      }
      await documents('event').create({
        data: {
          paymentDocumentId: made.documentId,
          customerDocumentId: customer,
          kind: 'created',
          actorKind: 'admin',
          actorId: String(ctx.state.user.id),
          actorName: 'Anna Admin',
          loud: false,
          visible: true,
          version: 1,
          at,
          changes: [],
          staffChanges: [],
        },
      });
      return made;
    }),
  );
  ctx.body = { data: { documentId: payment.documentId } };
};
