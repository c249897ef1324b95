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
  readonly file_name: string | null;
}

/** The findings of lines that speak of nobody whom these words name: one cell names a person, its whole line is theirs. */
function withoutLines(findings: readonly Finding[], words: readonly string[]): Finding[] {
  const speaks = (finding: Finding) => words.some((word) => JSON.stringify(finding).includes(word));
  const lines = new Set(findings.filter(speaks).map(({ line }) => line));
  return findings.filter((finding) => !lines.has(finding.line));
}

/** Takes what imports could not read of a person out of what they said about their files; the rest of it stays. */
export async function eraseImports(strapi: Core.Strapi, words: readonly string[]): Promise<void> {
  const db = await connect(strapi);
  for (let last = 0; ;) {
    const rows: ImportRow[] = await db(table.importBatch)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'findings', 'file_name');
    const changed = rows.flatMap(({ id, findings, file_name }) => {
      const before = toJson<Finding[]>(findings) ?? [];
      const after = withoutLines(before, words);
      const named = words.some((word) => file_name?.includes(word));
      if (after.length === before.length && !named) return [];
      return [{ id: Number(id), values: { findings: JSON.stringify(after), file_name: named ? '—' : file_name } }];
    });
    await updateEach(db, table.importBatch, { findings: 'json', file_name: 'text' }, changed);
    if (rows.length < BATCH) return;
    last = Number(rows.at(-1)?.id);
  }
}
