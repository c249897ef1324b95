import type { Core } from '@strapi/strapi';
import { ConflictError, notFound } from '../http/errors';
import type { Checked } from '../import/check';
import { writeCustomers, writePayments } from '../import/write';
import { wakeLive } from '../live';
import type { Actor } from '../record/actor';
import { afterCommit, errorName, inTransaction } from '../repositories/database';
import { appendEvents } from '../repositories/event-log';
import {
  customerObstacles,
  deleteImportedCustomers,
  lockImportedPayments,
  paymentObstacles,
} from '../repositories/import-undo';
import type { Obstacle } from '../repositories/import-undo';
import { finishBatch, lockBatch, markUndone, writeProgress } from '../repositories/imports';
import type { BatchRow } from '../repositories/imports';
import { deletePaymentRows } from '../repositories/payment-deletes';
import { getService } from './get-service';

/** Thrown within a run when the server stops: what was written is rolled back. */
class Stopped extends Error {}

const said: Readonly<Record<Obstacle['code'], string>> = {
  'payment-edited': 'was paid or edited since',
  'payment-reported': 'was reported as paid',
  'payment-told': 'was told to a contact by mail',
  'customer-owes': 'has payments or recurring obligations',
  'customer-edited': 'was edited since',
  'contact-edited': 'was edited or has a login',
  'contact-shared': 'acts for another customer',
};

const sentence = ({ code, names, count }: Obstacle): string =>
  `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''} ${said[code]}`;

/** Writes imports in the background, one transaction each, and takes them back. */
export const importRuns = ({ strapi }: { strapi: Core.Strapi }) => {
  const progress = new Map<string, number>();
  const runs = new Set<Promise<void>>();
  let stopping = false;
  const now = () => getService(strapi, 'clock').now();

  async function write(batch: BatchRow, checked: Checked, actor: Actor): Promise<void> {
    const at = now();
    const { documentId, id, kind } = batch;
    await inTransaction(strapi, async () => {
      const writing = {
        batch: documentId,
        actor,
        at,
        async progress(lines: number) {
          if (stopping) throw new Stopped();
          progress.set(documentId, lines);
          await writeProgress(strapi, id, lines, new Date());
          // Whoever else has work for this process comes in between.
          await new Promise(setImmediate);
        },
      };
      const counts =
        kind === 'customers'
          ? await writeCustomers(strapi, checked.customers, writing)
          : await writePayments(strapi, checked.payments, writing);
      await finishBatch(strapi, id, { state: 'done', progress: batch.total, ...counts }, new Date());
    });
  }

  async function run(batch: BatchRow, checked: Checked, actor: Actor): Promise<void> {
    progress.set(batch.documentId, 0);
    try {
      await write(batch, checked, actor);
    } catch (error) {
      const reason = error instanceof Stopped ? 'interrupted' : 'changed';
      strapi.log.error(`payments: import ${batch.documentId} was rolled back: ${errorName(error)}`);
      await finishBatch(strapi, batch.id, { state: 'failed', reason }, new Date());
    } finally {
      progress.delete(batch.documentId);
    }
  }

  return {
    /** How many lines of an import that this process writes are written, else null. */
    progressOf: (documentId: string): number | null => progress.get(documentId) ?? null,

    /** Begins to write, and does not wait: a request that staff close, or a proxy that loses patience, ends nothing. */
    start(batch: BatchRow, checked: Checked, actor: Actor): void {
      const running = run(batch, checked, actor).catch((error: unknown) => {
        strapi.log.error(`payments: import ${batch.documentId}: ${errorName(error)}`);
      });
      runs.add(running);
      void running.finally(() => runs.delete(running));
    },

    /** Gives up what is being written, for the server stops; waits until it is rolled back. */
    async stop(): Promise<void> {
      stopping = true;
      await Promise.all(runs);
    },

    /** Everything of an import goes, or nothing and a 409 says why. */
    undo: (documentId: string, actor: Actor): Promise<void> =>
      inTransaction(strapi, async () => {
        const batch = await lockBatch(strapi, documentId);
        if (!batch) throw notFound('Import');
        if (batch.state !== 'done') throw new ConflictError('Only an import that is done can be undone, and only once');
        const payments = await lockImportedPayments(strapi, documentId);
        const obstacles = [
          ...(await paymentObstacles(strapi, documentId)),
          ...(await customerObstacles(strapi, documentId)),
        ];
        if (obstacles.length > 0) {
          throw new ConflictError(`The import cannot be undone: ${obstacles.map(sentence).join('; ')}`, { obstacles });
        }
        const at = now();
        await deletePaymentRows(
          strapi,
          payments.map(({ id }) => id),
        );
        await deleteImportedCustomers(strapi, documentId);
        await appendEvents(
          strapi,
          payments.map(({ documentId: payment, customerDocumentId, version }) => ({
            paymentDocumentId: payment,
            customerDocumentId,
            kind: 'withdrawn' as const,
            actor,
            loud: false,
            visible: true,
            version: version + 1,
            at,
            changes: [],
            staffChanges: [],
            batch: documentId,
          })),
        );
        await markUndone(strapi, batch.id, actor.name, new Date());
        await afterCommit(strapi, () => wakeLive(strapi));
      }),
  };
};
