import type { Server } from './server';

/**
 * All that the database holds of some customers' payments, without what differs between two equal ones: ids, instants, and where the mail
 * is on its way.
 */
export interface Image {
  readonly payments: readonly object[];
  readonly instalments: readonly object[];
  readonly events: readonly object[];
  readonly notices: readonly object[];
  readonly receipts: readonly object[];
  readonly periods: readonly object[];
}

export const readImage = (server: Server, customers: readonly string[]): Promise<Image> =>
  server.evaluate(async ({ strapi }, documentIds) => {
    type Row = Record<string, unknown>;
    const find = (type: string, where: object, populate: string[] = []): Promise<Row[]> =>
      strapi.db.query(`plugin::payments.${type}`).findMany({ where, populate, orderBy: { id: 'asc' } });
    const pick = (row: Row, names: string[]) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
    const byCustomer = await Promise.all(
      documentIds.map(async (documentId, index) => {
        const [customer] = await find('customer', { documentId }, ['contacts']);
        const contacts = (customer?.contacts as Row[]).map((contact) => contact.documentId);
        const payments = await find('payment', { customerRef: customer?.id });
        const ids = payments.map(({ id }) => id);
        const instalments = ids.length > 0 ? await find('instalment', { paymentRef: { $in: ids } }) : [];
        const events = await find('event', { customerDocumentId: documentId });
        const notices = await find('notice', { contactDocumentId: { $in: contacts } });
        const receipts =
          instalments.length > 0
            ? await find('receipt', { instalmentDocumentId: { $in: instalments.map((row) => row.documentId) } })
            : [];
        const series = await find('series', { customerRef: customer?.id });
        const periods =
          series.length > 0 ? await find('series-period', { seriesRef: { $in: series.map(({ id }) => id) } }) : [];
        const linked = await Promise.all(
          payments.map(({ id }) =>
            strapi.db.query('plugin::payments.instalment').count({ where: { payment: { id } } }),
          ),
        );
        const scalars =
          'title description currency kind period convention total paid nextDueDate instalmentCount state remindersPaused paymentCode revision version';
        const parts =
          'number amount paid surcharge paidOn nominalDate dueDate shiftKind pinned state note paymentCode remindOn remindStep';
        return {
          payments: payments.map((row, position) => ({
            ...pick(row, scalars.split(' ')),
            of: index,
            announced: row.announcedAt !== null,
            changed: row.changedAt !== null,
            linkedInstalments: linked[position],
          })),
          instalments: instalments.map((row) => pick(row, parts.split(' '))),
          events: events.map((row) => ({
            ...pick(row, ['kind', 'loud', 'visible', 'version', 'actorKind']),
            of: index,
            changes: ((row.changes ?? []) as Row[]).map((change) =>
              pick(change, ['field', 'number', 'before', 'after']),
            ),
          })),
          // Notices fold while they wait and do not once they are claimed, so it is what they say that counts.
          notices: [...new Set(notices.map(({ kind }) => String(kind)))].sort().map((kind) => {
            const rows = notices.filter((row) => row.kind === kind);
            const told = (name: 'payments' | 'changes') =>
              rows.reduce(
                (sum, row) => sum + ((row.payload as Record<string, unknown[]> | null)?.[name] ?? []).length,
                0,
              );
            return { kind, of: index, payments: told('payments'), changes: told('changes') };
          }),
          receipts: receipts.map((row) => pick(row, ['state', 'amount', 'paidOn'])),
          periods: [
            ...series.map((row) => pick(row, ['title', 'nextNumber', 'revision'])),
            ...periods.map((row) => pick(row, ['number', 'state', 'amount'])),
          ],
        };
      }),
    );
    const all = (name: 'payments' | 'instalments' | 'events' | 'notices' | 'receipts' | 'periods') =>
      byCustomer.flatMap((image) => image[name] as object[]);
    return {
      payments: all('payments'),
      instalments: all('instalments'),
      events: all('events'),
      notices: all('notices'),
      receipts: all('receipts'),
      periods: all('periods'),
    };
  }, customers);

/** Rows that belong to nothing: what a torn write would leave behind. */
export const countOrphans = (server: Server): Promise<number> =>
  server.evaluate(async ({ strapi }) => {
    const knex = strapi.db.connection;
    const joinTable = (type: string, attribute: string) =>
      (
        strapi.db.metadata.get(`plugin::payments.${type}`).attributes[attribute] as unknown as {
          joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
        }
      ).joinTable;
    const count = async (query: { count(what: object): PromiseLike<unknown> }): Promise<number> =>
      Number(((await query.count({ count: '*' })) as { count: string | number }[])[0]?.count);
    const rows = knex('payments_instalments as i')
      .leftJoin('payments_payments as p', 'p.id', 'i.payment_ref')
      .whereNull('p.id');
    const { name, joinColumn, inverseJoinColumn } = joinTable('instalment', 'payment');
    const unlinked = knex('payments_instalments as i')
      .leftJoin(`${name} as l`, `l.${joinColumn.name}`, 'i.id')
      .whereNull(`l.${inverseJoinColumn.name}`);
    const strangers = knex('payments_events as e')
      .leftJoin('payments_payments as p', 'p.document_id', 'e.payment_document_id')
      .whereNull('p.id')
      .whereNotExists(
        knex('payments_events as w')
          .whereRaw('w.payment_document_id = e.payment_document_id')
          .where('w.kind', 'withdrawn'),
      );
    return (await count(rows)) + (await count(unlinked)) + (await count(strangers));
  });
