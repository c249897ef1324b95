import type { ReactNode } from 'react';
import { Widget } from '@strapi/strapi/admin';
import { OfficeProvider } from '../../hooks/useOffice';
import { PluginIntl } from '../../intl/PluginIntl';

/** What a widget of the home page stands in: the plugin's texts and the office's settings. The admin asks for the permission. */
export const WidgetShell = ({ children }: { children: ReactNode }) => (
  <PluginIntl loading={<Widget.Loading />}>
    <OfficeProvider loading={<Widget.Loading />} failed={<Widget.Error />}>
      {children}
    </OfficeProvider>
  </PluginIntl>
);
