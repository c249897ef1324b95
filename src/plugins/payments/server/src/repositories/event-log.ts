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
  /** Why, in words that the customer reads too. */
  readonly reason?: string | null;
  /** The change for many that this one was part of. */
  readonly batch?: string | null;
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
    reason: event.reason ?? null,
    batch: event.batch ?? null,
    created_at: at,
    updated_at: at,
    published_at: at,
  }));
  await insertAll(await connect(strapi), table.event, rows);
}
