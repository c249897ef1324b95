import type { Core } from '@strapi/strapi';
import { SESSION_UID } from '../repositories/sessions';

/**
 * Every request of a contact looks its session up, and Strapi keeps no index for that: without one each request reads the whole table, in which
 * refreshed sessions stay for weeks. Called in `register`, before the schema is synchronised.
 */
export function indexSessions(strapi: Core.Strapi): void {
  const model = strapi.contentTypes[SESSION_UID] as unknown as
    { indexes?: { name: string; columns: string[] }[] } | undefined;
  if (!model) return;
  const index = { name: 'payments_sessions_session_idx', columns: ['session_id'] };
  model.indexes = [...(model.indexes ?? []).filter(({ name }) => name !== index.name), index];
}
