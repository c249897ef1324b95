import { Calendar, PriceTag } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { widgets } from './components/widgets';
import { PLUGIN_ID } from './constants';
import { READ } from './permissions';
import { menu, menuIn } from './translations/menu';

/**
 * Registration and nothing else: this is what the plugin adds to the admin's first load. Pages, their data layer and
 * their texts come with the chunks that the two links load.
 */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/payments',
      icon: PriceTag,
      intlLabel: { id: `${PLUGIN_ID}.menu.payments`, defaultMessage: menu.en['menu.payments'] },
      permissions: READ,
      Component: () => import('./pages/PaymentsApp'),
    });
    app.addMenuLink({
      to: 'plugins/payments-calendar',
      icon: Calendar,
      intlLabel: { id: `${PLUGIN_ID}.menu.calendar`, defaultMessage: menu.en['menu.calendar'] },
      permissions: READ,
      Component: () => import('./pages/CalendarApp'),
    });
    // the office's own matters come before Strapi's
    app.widgets.register((others) => [...widgets, ...others]);
    app.registerPlugin({ id: PLUGIN_ID, name: menu.en['menu.payments'] });
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({ locale, data: menuIn(locale) }));
  },
};
