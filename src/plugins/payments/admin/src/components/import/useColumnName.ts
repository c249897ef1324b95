import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { columnName } from '../../../../domain/import';
import type { ColumnId, ImportKind } from '../../../../domain/import';

/** Our columns as the template heads them, in the language of the reader. */
export const useColumnName = (kind: ImportKind): ((column: ColumnId) => string) => {
  const { locale } = useIntl();
  const language = locale.startsWith('el') ? 'el' : 'en';
  return useCallback((column) => columnName(kind, column, language), [kind, language]);
};
