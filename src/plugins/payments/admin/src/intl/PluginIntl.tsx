import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { IntlProvider, useIntl } from 'react-intl';
import { PLUGIN_ID } from '../constants';
import en from '../translations/en.json';

type Messages = Record<string, string>;

const loaders: Record<string, () => Promise<{ default: Messages }>> = {
  el: () => import('../translations/el.json'),
};

const prefixed = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

const useMessages = (locale: string): Messages | undefined => {
  const [loaded, setLoaded] = useState<{ locale: string; messages: Messages }>();
  useEffect(() => {
    let wanted = true;
    const load = loaders[locale.split('-')[0] ?? ''] ?? (() => Promise.resolve({ default: en }));
    void load()
      .catch(() => ({ default: en }))
      .then(({ default: messages }) => {
        if (wanted) setLoaded({ locale, messages: prefixed(messages) });
      });
    return () => {
      wanted = false;
    };
  }, [locale]);
  return loaded?.locale === locale ? loaded.messages : undefined;
};

/**
 * The plugin's texts in the admin's language, loaded with its pages and not with the admin. The admin's own messages
 * come last, so that a host's `translations` configuration can still replace any of them.
 */
export const PluginIntl = ({ children, loading = <Page.Loading /> }: { children: ReactNode; loading?: ReactNode }) => {
  const intl = useIntl();
  const messages = useMessages(intl.locale);
  if (!messages) return loading;
  return (
    <IntlProvider {...intl} messages={{ ...messages, ...intl.messages } as Messages}>
      {children}
    </IntlProvider>
  );
};
