import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { Change } from '../../../domain/diff';
import type { Actor } from '../record/actor';
import { table } from '../constants';
import { connect, insertAll } from './database';

export interface NewEvent {
  readonly paymentDocumentId: string;
  readonly customerDocumentId: string | null;
  readonly kind: 'created' | 'updated' | 'withdrawn';
  readonly actor: Actor;
  readonly loud: boolean;
  /** Whether the customer can see it. */
  readonly visible: boolean;
  readonly version: number;
  readonly at: Date;
  readonly changes: readonly Change[];
  readonly staffChanges: readonly Change[];
  /** DocumentId of what wrote many at once, such as an import, by which it is undone as one. */
  readonly batch?: string;
}

/** Appends to the history; rows are never changed. */
export async function appendEvents(strapi: Core.Strapi, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ actor, at, changes, staffChanges, ...event }) => ({
    document_id: createId(),
    payment_document_id: event.paymentDocumentId,
    customer_document_id: event.customerDocumentId,
    kind: event.kind,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    loud: event.loud,
    visible: event.visible,
    version: event.version,
    at,
    changes: JSON.stringify(changes),
    staff_changes: JSON.stringify(staffChanges),
    batch: event.batch ?? null,
    created_at: at,
    updated_at: at,
    published_at: at,
  }));
  await insertAll(await connect(strapi), table.event, rows);
}
