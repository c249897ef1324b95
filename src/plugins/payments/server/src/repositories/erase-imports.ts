import type { Core } from '@strapi/strapi';
import { table } from '../constants';
import { connect, toJson, updateEach } from './database';

const BATCH = 100;

interface Finding {
  readonly line?: number;
}

interface ImportRow {
  readonly id: number;
  readonly findings: unknown;
  readonly headers: unknown;
  readonly file_name: string | null;
}

/** Whether one of these words stands in a text, in capitals or not: a title or the name of a file is typed by hand. */
export const speaksOf = (words: readonly string[], text: string): boolean =>
  words.some((word) => text.toLowerCase().includes(word.toLowerCase()));

/** The findings of lines that speak of nobody whom these words name: one cell names a person, its whole line is theirs. */
function withoutLines(findings: readonly Finding[], words: readonly string[]): Finding[] {
  const lines = new Set(findings.filter((each) => speaksOf(words, JSON.stringify(each))).map(({ line }) => line));
  return findings.filter((finding) => !lines.has(finding.line));
}

/** What is left of an import; null where nothing of it speaks of a person who goes. */
function withoutWords({ id, findings, headers, file_name }: ImportRow, words: readonly string[]) {
  const before = toJson<Finding[]>(findings) ?? [];
  const after = withoutLines(before, words);
  const named = file_name !== null && speaksOf(words, file_name);
  const columns = toJson<string[]>(headers) ?? [];
  // A file without a line of headers has a person's in its place.
  const said = columns.map((column) => (speaksOf(words, column) ? '—' : column));
  if (after.length === before.length && !named && said.every((column, index) => column === columns[index])) return [];
  const values = {
    findings: JSON.stringify(after),
    headers: JSON.stringify(said),
    file_name: named ? '—' : file_name,
  };
  return [{ id: Number(id), values }];
}

/** Takes what imports could not read of a person out of what they said about their files; the rest of it stays. */
export async function eraseImports(strapi: Core.Strapi, words: readonly string[]): Promise<void> {
  const db = await connect(strapi);
  for (let last = 0; ;) {
    const rows: ImportRow[] = await db(table.importBatch)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'findings', 'headers', 'file_name');
    const changed = rows.flatMap((row) => withoutWords(row, words));
    await updateEach(db, table.importBatch, { findings: 'json', headers: 'json', file_name: 'text' }, changed);
    if (rows.length < BATCH) return;
    last = Number(rows.at(-1)?.id);
  }
}
