import { useCallback } from 'react';
import en from '../translations/en.json';
import type { FieldProblem } from '../services/failure';
import { useFormat } from './useFormat';
import { useT } from './useT';
import type { TextKey } from './useT';

const AMOUNT = /^-?\d+\.\d+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Shown = Pick<FieldProblem, 'code' | 'message' | 'params'>;

/** A problem in the reader's language, amounts and days in it as the office writes them; the server's words else. */
export const useProblemText = () => {
  const t = useT();
  const format = useFormat();
  return useCallback(
    ({ code, message, params }: Shown, currency: string): string => {
      const key = `problem.${code}`;
      if (!(key in en)) return message || t('problem.unknown');
      const written = Object.entries(params).map(([name, value]) => {
        if (typeof value === 'string' && AMOUNT.test(value)) return [name, format.amount(value, currency)];
        if (typeof value === 'string' && DAY.test(value)) return [name, format.day(value)];
        return [name, value];
      });
      return t(key as TextKey, Object.fromEntries(written));
    },
    [format, t],
  );
};
