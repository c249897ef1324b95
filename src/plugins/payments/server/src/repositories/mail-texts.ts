import type { Core } from '@strapi/strapi';
import type { Wording } from '../../../domain/mail-text';

const STORE = 'strapi::core-store';
const PREFIX = 'plugin_payments_text_';

/** What the office has worded itself, by the keys under which it was written. Strapi's core store holds it beside the settings. */
export async function readWordings(strapi: Core.Strapi): Promise<Map<string, Wording>> {
  const rows: { key: string; value: string }[] = await strapi.db
    .query(STORE)
    .findMany({ where: { key: { $startsWith: PREFIX } }, orderBy: { id: 'asc' } });
  return new Map(rows.map(({ key, value }) => [key.slice(PREFIX.length), JSON.parse(value) as Wording]));
}

/** Each wording is a row of its own: two members of staff who word different mails do not undo each other. */
export async function writeWording(strapi: Core.Strapi, key: string, wording: Wording): Promise<void> {
  await removeWording(strapi, key);
  await strapi.db
    .query(STORE)
    .create({ data: { key: `${PREFIX}${key}`, value: JSON.stringify(wording), type: 'object' } });
}

export async function removeWording(strapi: Core.Strapi, key: string): Promise<void> {
  await strapi.db.query(STORE).deleteMany({ where: { key: `${PREFIX}${key}` } });
}
