import { PLUGIN_ID } from '../constants';

/** The few texts that the admin needs before a page of the plugin is opened; all others load with the pages. */
export const menu = {
  en: { 'menu.payments': 'Payments', 'menu.calendar': 'Calendar' },
  el: { 'menu.payments': 'Πληρωμές', 'menu.calendar': 'Ημερολόγιο' },
} as const;

/** The menu's texts in an admin language, prefixed as the admin keeps them; English where there is no translation. */
export const menuIn = (locale: string): Record<string, string> => {
  const texts = locale in menu ? menu[locale as keyof typeof menu] : menu.en;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
};
