import type { Core } from '@strapi/strapi';
import { connect } from './database';

/** Rows of Strapi's core store: the settings have none before they are first saved, the other is there since the first start. */
const KEYS = ['plugin_payments_contact-actions', 'plugin_payments_settings'];

/** Lets one save of the settings after another go on, until the transaction ends. SQLite has one writer at a time and needs no lock. */
export async function lockSettings(strapi: Core.Strapi): Promise<void> {
  const db = await connect(strapi);
  if (db.dialect === 'sqlite') return;
  const { tableName } = strapi.db.metadata.get('strapi::core-store');
  await db(tableName).whereIn('key', KEYS).orderBy('key').forUpdate().select('id');
}
