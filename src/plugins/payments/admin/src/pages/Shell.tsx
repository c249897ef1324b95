import type { ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { OfficeProvider } from '../hooks/useOffice';
import { PluginIntl } from '../intl/PluginIntl';
import { READ } from '../permissions';

/** What every page of the plugin stands in: the permission, the texts, the office's settings. */
export const Shell = ({ children }: { children: ReactNode }) => (
  <Page.Protect permissions={READ}>
    <PluginIntl>
      <OfficeProvider>{children}</OfficeProvider>
    </PluginIntl>
  </Page.Protect>
);
