import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, updateEach } from './database';
import { speaksOf } from './erase-imports';

const BATCH = 500;

interface ExtensionRow {
  readonly id: number;
  readonly title: string | null;
  readonly reference: string;
}

/** What staff wrote of a deadline that was moved, where it names a person who goes. Which instalments moved stays: those are ids and days. */
export async function eraseExtensions(strapi: Core.Strapi, words: readonly string[]): Promise<void> {
  const db = await connect(strapi);
  for (let last = 0; ;) {
    const rows: ExtensionRow[] = await db(table.extension)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'title', 'reference');
    const without = (value: string | null) => (value !== null && speaksOf(words, value) ? '—' : value);
    const changed = rows
      .map(({ id, title, reference }) => ({
        id: Number(id),
        was: { title, reference },
        values: { title: without(title), reference: without(reference) ?? '—' },
      }))
      .filter(({ was, values }) => was.title !== values.title || was.reference !== values.reference);
    await updateEach(db, table.extension, { title: 'text', reference: 'text' }, changed);
    if (rows.length < BATCH) return;
    last = Number(rows.at(-1)?.id);
  }
}
