import type { Knex } from 'knex';
import { normaliseSearch } from '../../../domain/search-text';
import { contains } from './paging';

/** Beyond so many words a search names nobody more closely. */
const MOST_WORDS = 8;

/** A number as it is searched and kept: without the spaces, dots and hyphens that people group it with. */
export const compacted = (text: string): string => text.replace(/[\s./-]/g, '');

/**
 * Narrows a query to rows whose normalised column has every word of what was typed, in any order, or has it as one number: `094 259 216`
 * finds `094259216`.
 */
export function matchesSearch(query: Knex.QueryBuilder, column: string, typed: string): void {
  const text = normaliseSearch(typed);
  const compact = compacted(text);
  query.where((either) => {
    void either.where((all) => {
      for (const word of text.split(' ').slice(0, MOST_WORDS)) contains(all, column, word);
    });
    if (compact !== '' && compact !== text) void either.orWhere((number) => void contains(number, column, compact));
  });
}
