import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type {
  ExtensionCandidate,
  ExtensionDetail,
  ExtensionItem,
  ExtensionOutcome,
} from '../../../contracts/extension';
import type { createExtension, previewExtension, undoExtension } from '../../../contracts/extensions';
import { MOST_EXTENDED } from '../../../contracts/extensions';
import type { Pagination } from '../../../contracts/lists';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import { toEpochDay } from '../../../domain/day';
import { normaliseSearch } from '../../../domain/search-text';
import { ConflictError, invalidField, notFound } from '../http/errors';
import type { Actor } from '../record/actor';
import { recordAll } from '../record/record';
import { inTransaction } from '../repositories/database';
import { findInstitution } from '../repositories/directory';
import {
  findExtendable,
  insertExtension,
  listExtensionRows,
  readExtension,
  writeUndone,
} from '../repositories/extensions';
import type { ExtensionRecord, StoredMove } from '../repositories/extensions';
import { findPaymentsOf } from '../repositories/closed-day-effects';
import { readPaymentsByDocument } from '../repositories/notices-context';
import { paginationOf } from '../repositories/paging';
import { lockPayments, readPayments } from '../repositories/payment-reads';
import type { InstalmentRecord, InstitutionRules, PaymentRecord } from '../repositories/payment-record';
import { writeInstalments } from '../repositories/payment-writes';
import { extendedRow, moveOf, undoOf, whyItStays } from './extension-moves';
import type { Target } from './extension-moves';
import { candidateView, extensionView, moveView } from './extension-view';
import { getService } from './get-service';
import { closedName } from './holiday-words';
import { staffHolidayNames } from './reader';

type Rule = BodyOf<typeof previewExtension>;
type Order = BodyOf<typeof createExtension>;
type Undo = BodyOf<typeof undoExtension>;

/** So many payments are read and written at a time. */
const CHUNK = 250;

/** One deadline that moves for many: shown, moved together once staff have confirmed, undone as one. */
export const extensions = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => getService(strapi, 'clock').now();

  async function institutionOf({ institution }: Rule): Promise<InstitutionRules | null> {
    if (institution === undefined) return null;
    const found = await findInstitution(strapi, institution);
    if (found) return found;
    throw invalidField(
      ['institution'],
      'There is no such institution; choose one from the list',
      'institution-unknown',
    );
  }

  async function targetOf({ to, pinned }: Rule): Promise<Target> {
    const { convention } = await getService(strapi, 'settings').get();
    return { to, pinned, calendar: await getService(strapi, 'calendar').get(), convention };
  }

  /** Does something with the locked payments of these instalments, and records what became of them as one change. */
  async function changeAll(
    instalments: readonly string[],
    intent: Parameters<typeof recordAll>[2]['intent'],
    work: (payment: PaymentRecord) => InstalmentRecord[],
  ): Promise<void> {
    const ids = await findPaymentsOf(strapi, instalments);
    await lockPayments(strapi, ids);
    for (let start = 0; start < ids.length; start += CHUNK) {
      const rows: InstalmentRecord[] = [];
      const changed: { before: PaymentRecord; id: number }[] = [];
      for (const before of await readPayments(strapi, ids.slice(start, start + CHUNK))) {
        const moved = work(before);
        if (moved.length > 0) changed.push({ before, id: before.id });
        rows.push(...moved);
      }
      await writeInstalments(strapi, rows, now());
      await recordAll(strapi, changed, { intent, fromElsewhere: false });
    }
  }

  async function detail({
    extension,
    moves,
  }: {
    extension: ExtensionRecord;
    moves: StoredMove[];
  }): Promise<ExtensionDetail> {
    const documentIds = [...new Set(moves.map(({ payment }) => payment))];
    const payments = await readPaymentsByDocument(strapi, documentIds);
    return { ...extensionView(extension), moves: moves.map((move) => moveView(move, payments.get(move.payment))) };
  }

  async function find(documentId: string, locked = false) {
    const found = await readExtension(strapi, documentId, locked);
    if (!found) throw notFound('Extension');
    return found;
  }

  return {
    /** Open instalments that are due on the old date, at most 1,000 of them, by customer. */
    async preview(rule: Rule): Promise<{
      candidates: ExtensionCandidate[];
      more: boolean;
      closed: { name: string | null } | null;
    }> {
      const institution = (await institutionOf(rule))?.id ?? null;
      const target = await targetOf(rule);
      const holidayName = await staffHolidayNames(strapi);
      const { title = null, from } = rule;
      const found = await findExtendable(strapi, { institution, title, from }, MOST_EXTENDED + 1);
      const ids = new Set(found.slice(0, MOST_EXTENDED).map(({ instalment }) => instalment));
      const payments = await readPayments(strapi, [...new Set(found.map(({ payment }) => payment))]);
      const words = title === null ? '' : normaliseSearch(title);
      const candidates = payments
        .filter(({ state }) => words.split(' ').every((word) => normaliseSearch(state.title).includes(word)))
        .flatMap((payment) =>
          payment.state.instalments
            .filter(({ id }) => ids.has(id))
            .map((row) =>
              candidateView(payment, row, row.paid > 0 ? row : extendedRow(payment, row, target), holidayName),
            ),
        )
        .sort((a, b) => a.customer.name.localeCompare(b.customer.name, 'el') || a.number - b.number);
      const closed = target.calendar.closed(toEpochDay(rule.to));
      return {
        candidates,
        more: found.length > MOST_EXTENDED,
        closed: closed && { name: closedName(closed, rule.to, holidayName) },
      };
    },

    /**
     * Moves what was chosen in one transaction, with its history, mail and reminders. An instalment that was paid, moved or edited since it was
     * shown stays where it is, and is told.
     */
    async create(order: Order, actor: Actor): Promise<AnswerOf<typeof createExtension>['data']> {
      const institution = await institutionOf(order);
      const target = await targetOf(order);
      const { from, to, pinned, title = null, reference, sendEmail: loud } = order;
      const revisions = new Map(order.instalments.map(({ documentId, revision }) => [documentId, revision]));
      const documentId = createId();
      const said = new Map<string, ExtensionOutcome>();
      const moves: StoredMove[] = [];
      const extended = await inTransaction(strapi, async () => {
        said.clear();
        moves.length = 0;
        const intent = { actor, loud, reason: reference, batch: documentId };
        await changeAll([...revisions.keys()], intent, (payment) =>
          payment.state.instalments.flatMap((row) => {
            const revision = revisions.get(row.documentId);
            if (revision === undefined) return [];
            const stays = whyItStays(payment, row, from, revision);
            said.set(row.documentId, stays ?? 'moved');
            if (stays) return [];
            const after = extendedRow(payment, row, target);
            moves.push(moveOf(payment, row, after));
            return [after];
          }),
        );
        if (moves.length === 0) return null;
        const about = institution && { documentId: institution.documentId, name: institution.name };
        const made = {
          documentId,
          institution: about,
          title,
          from,
          to,
          pinned,
          reference,
          loud,
          by: actor.name,
          at: now(),
        };
        await insertExtension(strapi, made, moves);
        return extensionView({ id: 0, ...made, movedCount: moves.length, undone: null });
      });
      const results = order.instalments.map((each) => ({
        documentId: each.documentId,
        outcome: said.get(each.documentId) ?? ('not-found' as const),
      }));
      return { extension: extended, results };
    },

    async list(query: { page: number; pageSize: number }): Promise<{ items: ExtensionItem[]; pagination: Pagination }> {
      const { rows, count } = await listExtensionRows(strapi, query);
      return { items: rows.map(extensionView), pagination: paginationOf(query.page, query.pageSize, count) };
    },

    /** One extension with its moves. Throws 404. */
    get: async (documentId: string): Promise<ExtensionDetail> => detail(await find(documentId)),

    /**
     * Puts back what nobody edited since, in one transaction.
     *
     * @throws 404; 409 where it was undone before
     */
    async undo(documentId: string, { sendEmail: loud, reason = null }: Undo, actor: Actor): Promise<ExtensionDetail> {
      await inTransaction(strapi, async () => {
        const { extension, moves } = await find(documentId, true);
        if (extension.undone) throw new ConflictError('This extension was undone before');
        const byInstalment = new Map(moves.map((move) => [move.instalment, move]));
        const undone = new Map<string, StoredMove['undo']>();
        const intent = { actor, loud, reason, batch: documentId };
        await changeAll([...byInstalment.keys()], intent, (payment) =>
          payment.state.instalments.flatMap((row) => {
            const move = byInstalment.get(row.documentId);
            if (!move) return [];
            const outcome = undoOf(move, row);
            undone.set(row.documentId, outcome);
            return outcome === 'back' ? [{ ...row, ...move.before }] : [];
          }),
        );
        const kept = moves.map((move) => ({ ...move, undo: undone.get(move.instalment) ?? ('not-found' as const) }));
        const back = kept.filter(({ undo }) => undo === 'back').length;
        await writeUndone(strapi, extension.id, { at: now(), by: actor.name, back }, kept);
      });
      return detail(await find(documentId));
    },
  };
};
