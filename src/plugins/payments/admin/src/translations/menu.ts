import { PLUGIN_ID } from '../constants';

/** The few texts that the admin needs before a page of the plugin is opened; all others load with the pages. */
export const menu = {
  en: {
    'menu.payments': 'Payments',
    'menu.calendar': 'Calendar',
    'widget.due': 'Due this week',
    'widget.due.link': 'Open the calendar',
    'widget.overdue': 'Overdue, not confirmed',
    'widget.overdue.link': 'All overdue payments',
    'widget.failed': 'Mails that failed',
    'widget.failed.link': 'All of them',
  },
  el: {
    'menu.payments': 'Οφειλές',
    'menu.calendar': 'Ημερολόγιο',
    'widget.due': 'Λήγουν αυτή την εβδομάδα',
    'widget.due.link': 'Άνοιγμα ημερολογίου',
    'widget.overdue': 'Εκπρόθεσμες, χωρίς επιβεβαίωση',
    'widget.overdue.link': 'Όλες οι εκπρόθεσμες',
    'widget.failed': 'Μηνύματα που απέτυχαν',
    'widget.failed.link': 'Όλα τα μηνύματα',
  },
} as const;

/** The menu's texts in an admin language, prefixed as the admin keeps them; English where there is no translation. */
export const menuIn = (locale: string): Record<string, string> => {
  const texts = locale in menu ? menu[locale as keyof typeof menu] : menu.en;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
};
