import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { IntlProvider, useIntl } from 'react-intl';
import { PLUGIN_ID } from '../constants';
import en from '../translations/en.json';

type Messages = Readonly<Record<string, string>>;

interface Texts {
  default: Messages;
  /** Strapi's own words, where it lacks the language. */
  ofStrapi?: (admin: Messages) => Messages;
}

const loaders: Record<string, () => Promise<Texts>> = {
  el: async () => {
    const { strapiInGreek } = await import('../translations/strapi-el');
    return { ...(await import('../translations/el.json')), ofStrapi: strapiInGreek };
  },
};

const prefixed = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

const useMessages = (locale: string): Texts | undefined => {
  const [loaded, setLoaded] = useState<{ locale: string; texts: Texts }>();
  useEffect(() => {
    let wanted = true;
    const load = loaders[locale.split('-')[0] ?? ''] ?? (() => Promise.resolve<Texts>({ default: en }));
    void load()
      .catch((): Texts => ({ default: en }))
      .then((texts) => {
        if (wanted) setLoaded({ locale, texts: { ...texts, default: prefixed(texts.default) } });
      });
    return () => {
      wanted = false;
    };
  }, [locale]);
  return loaded?.locale === locale ? loaded.texts : undefined;
};

/**
 * The plugin's texts in the admin's language, loaded with its pages and not with the admin. The admin's own messages
 * come last, so that a host's `translations` configuration can still replace any of them.
 */
export const PluginIntl = ({ children, loading = <Page.Loading /> }: { children: ReactNode; loading?: ReactNode }) => {
  const intl = useIntl();
  const texts = useMessages(intl.locale);
  if (!texts) return loading;
  const admin = intl.messages as Messages;
  return (
    <IntlProvider {...intl} messages={{ ...texts.default, ...admin, ...texts.ofStrapi?.(admin) }}>
      {children}
    </IntlProvider>
  );
};
