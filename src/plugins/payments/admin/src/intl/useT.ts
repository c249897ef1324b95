import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../constants';
import en from '../translations/en.json';

/** A key of the plugin's translations; one that English lacks does not compile. */
export type TextKey = keyof typeof en;

export type Translate = (key: TextKey, values?: Record<string, PrimitiveType>) => string;

/** Translates the plugin's texts; English where the language has none. */
export const useT = (): Translate => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] }, values),
    [formatMessage],
  );
};
