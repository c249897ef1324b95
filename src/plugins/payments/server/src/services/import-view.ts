import type { ImportBatch } from '../../../contracts/import-values';
import type { BatchRow } from '../repositories/imports';

/**
 * An import as staff see it.
 *
 * @param live how far it is, where this process is the one that writes it
 * @param stale an instant in milliseconds: one that runs elsewhere and has not moved since is over
 */
export function batchView(batch: BatchRow, live: number | null, stale: number): ImportBatch {
  const { documentId, kind, fileName, total, customers, contacts, payments, instalments, skipped, by, undoneBy } =
    batch;
  const isOver = batch.state === 'running' && live === null && batch.movedAt.getTime() < stale;
  return {
    documentId,
    kind,
    state: isOver ? 'failed' : batch.state,
    reason: isOver ? 'interrupted' : batch.reason,
    fileName,
    total,
    progress: live ?? batch.progress,
    customers,
    contacts,
    payments,
    instalments,
    skipped,
    by,
    startedAt: batch.startedAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    undoneBy,
  };
}
