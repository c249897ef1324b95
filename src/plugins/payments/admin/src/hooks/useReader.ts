import { useMemo } from 'react';
import type { Reader } from '../plan/reader';
import { readerFor } from '../plan/reader';
import { useOffice } from './useOffice';

/** Reads amounts and dates as this office writes them. */
export const useReader = (): Reader => {
  const { locale, today } = useOffice();
  return useMemo(() => readerFor(locale, today), [locale, today]);
};
