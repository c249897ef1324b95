import type { Core } from '@strapi/strapi';
import type {
  getObligation,
  getSummary,
  listInstalments,
  listObligations,
  Summary,
} from '../../../contracts/obligation';
import type { Pagination } from '../../../contracts/lists';
import type { AnswerOf, QueryOf } from '../../../contracts/route';
import { addDays } from '../../../domain/day';
import { toDecimal } from '../../../domain/money';
import { notFound } from '../http/errors';
import { readScope } from '../repositories/access';
import type { Scope } from '../repositories/access';
import { readHistory } from '../repositories/events';
import { listInstalmentRows, readInstalments } from '../repositories/obligation-instalments';
import { findNext, readInstitutions, readSummary } from '../repositories/obligation-summary';
import type { CurrencySummary, Tally } from '../repositories/obligation-summary';
import { listObligationRows, readObligationRow, readObligationRows } from '../repositories/obligations';
import { getService } from './get-service';
import { nextOf } from './next-instalment';
import { instalmentView, obligationSummary, obligationView } from './obligation-view';
import type { Viewer } from './obligation-view';

const pagination = (page: number, pageSize: number, total: number): Pagination => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
});

/** The obligations of the customers that a signed-in contact acts for. `userId` is the users-permissions user's. */
export const obligations = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(userId: number, query: QueryOf<typeof listObligations>): Promise<AnswerOf<typeof listObligations>> {
    const scope = await readScope(strapi, userId);
    const viewer = await viewerOf(strapi, scope);
    const { page, pageSize, sort, ...filter } = query;
    const found = await listObligationRows(strapi, scope, { ...filter, today: viewer.today }, { page, pageSize, sort });
    const next = await nextOf(strapi, found.rows);
    return {
      data: found.rows.map((row) => {
        const instalment = next.get(row.id);
        return { ...obligationSummary(row, viewer), next: instalment ? instalmentView(instalment, row, viewer) : null };
      }),
      meta: { pagination: pagination(page, pageSize, found.total) },
    };
  },

  /** @throws 404 where it is another customer's, as where there is none */
  async get(userId: number, documentId: string): Promise<AnswerOf<typeof getObligation>> {
    return this.getOfScope(await readScope(strapi, userId), documentId);
  },

  /** `get` for whoever has a scope without being signed in, such as the holder of a link. */
  async getOfScope(scope: Scope, documentId: string): Promise<AnswerOf<typeof getObligation>> {
    const row = await readObligationRow(strapi, scope, documentId);
    if (!row) throw notFound('Obligation');
    const instalments = await readInstalments(strapi, [row.id]);
    const history = await readHistory(strapi, row.documentId, row.customer.documentId);
    return { data: obligationView(row, instalments, history, await viewerOf(strapi, scope)), meta: {} };
  },

  async listInstalments(
    userId: number,
    { page, pageSize, ...filter }: QueryOf<typeof listInstalments>,
  ): Promise<AnswerOf<typeof listInstalments>> {
    const scope = await readScope(strapi, userId);
    const viewer = await viewerOf(strapi, scope);
    const found = await listInstalmentRows(strapi, scope, { ...filter, today: viewer.today }, { page, pageSize });
    const paymentIds = [...new Set(found.rows.map(({ paymentId }) => paymentId))];
    const rows = await readObligationRows(strapi, scope, paymentIds);
    const payments = new Map(rows.map((row) => [row.id, row]));
    return {
      data: found.rows.flatMap((instalment) => {
        const row = payments.get(instalment.paymentId);
        if (!row) return [];
        const { documentId, title, customer } = obligationSummary(row, viewer);
        return [{ ...instalmentView(instalment, row, viewer), obligation: { documentId, title, customer } }];
      }),
      meta: { pagination: pagination(page, pageSize, found.total) },
    };
  },

  async summary(userId: number): Promise<AnswerOf<typeof getSummary>> {
    const scope = await readScope(strapi, userId);
    const viewer = await viewerOf(strapi, scope);
    const { today } = viewer;
    const horizon = { today, in7Days: addDays(today, 7), in30Days: addDays(today, 30) };
    const currencies = await readSummary(strapi, scope, horizon);
    const { officeName } = await getService(strapi, 'settings').get();
    return {
      data: {
        office: officeName,
        today,
        overdue: bucketOf(currencies, ({ overdue }) => overdue),
        dueIn7Days: bucketOf(currencies, ({ dueIn7Days }) => dueIn7Days),
        dueIn30Days: bucketOf(currencies, ({ dueIn30Days }) => dueIn30Days),
        outstanding: currencies.map(({ currency, outstanding }) => ({
          value: toDecimal(outstanding, currency),
          currency,
        })),
        next: await payNext(strapi, scope, viewer),
        customers: scope.customers.map(({ documentId, name }) => ({ documentId, name })),
        institutions: await readInstitutions(strapi, scope),
      },
      meta: {},
    };
  },
});

async function viewerOf(strapi: Core.Strapi, { contacts, language }: Scope): Promise<Viewer> {
  const { approachingDays, locale } = await getService(strapi, 'settings').get();
  const calendar = await getService(strapi, 'calendar').get();
  const holidayName = await getService(strapi, 'calendar').holidayNames(language ?? locale);
  return { today: await getService(strapi, 'clock').today(), calendar, approachingDays, contacts, holidayName };
}

function bucketOf(
  currencies: readonly CurrencySummary[],
  pick: (summary: CurrencySummary) => Tally,
): Summary['overdue'] {
  const tallies = currencies.map((summary) => ({ currency: summary.currency, ...pick(summary) }));
  return {
    count: tallies.reduce((sum, { count }) => sum + count, 0),
    outstanding: tallies
      .filter(({ count }) => count > 0)
      .map(({ currency, outstanding }) => ({ value: toDecimal(outstanding, currency), currency })),
  };
}

/** The card at the head of the portal. What a contact reported as paid is not asked for again. */
async function payNext(strapi: Core.Strapi, scope: Scope, viewer: Viewer): Promise<Summary['next']> {
  const found = await findNext(strapi, scope);
  if (!found) return null;
  const [row] = await readObligationRows(strapi, scope, [found.paymentId]);
  const instalments = await readInstalments(strapi, [found.paymentId]);
  const instalment = instalments.find(({ documentId }) => documentId === found.instalment);
  if (!row || !instalment) return null;
  return { instalment: instalmentView(instalment, row, viewer), obligation: obligationSummary(row, viewer) };
}
