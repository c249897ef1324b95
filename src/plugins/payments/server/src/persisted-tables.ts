import type { Core } from '@strapi/strapi';
import { uid } from './constants';

type Persisted = string | { name: string };

const nameOf = (entry: Persisted) => (typeof entry === 'string' ? entry : entry.name);

/** The plugin's tables and their join tables. */
function ownTables(strapi: Core.Strapi): string[] {
  return Object.values(uid).flatMap((type) => {
    const { tableName, attributes } = strapi.db.metadata.get(type);
    const joins = Object.values(attributes).flatMap((attribute) =>
      'joinTable' in attribute && attribute.joinTable ? [attribute.joinTable.name] : [],
    );
    return [tableName, ...joins];
  });
}

/**
 * Enters the plugin's tables among those that Strapi keeps: it drops the tables of content types that are gone, and one start with
 * the plugin disabled would be enough to lose every payment.
 */
export async function persistTables(strapi: Core.Strapi): Promise<void> {
  const key = { type: 'core', key: 'persisted_tables' } as const;
  const kept = ((await strapi.store.get(key)) ?? []) as Persisted[];
  const known = new Set(kept.map(nameOf));
  const missing = [...new Set(ownTables(strapi))].filter((name) => !known.has(name));
  if (missing.length === 0) return;
  await strapi.store.set({ ...key, value: [...kept, ...missing.map((name) => ({ name }))] });
}
