import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { useGetSettingsQuery } from '../services/settings';
import type { OfficeSettings } from '../services/settings';

const OfficeContext = createContext<OfficeSettings | null>(null);

/** Loads the office's settings once: every amount and date on the pages within is read and written by them. */
export const OfficeProvider = ({
  children,
  loading = <Page.Loading />,
  failed = <Page.Error />,
}: {
  children: ReactNode;
  loading?: ReactNode;
  failed?: ReactNode;
}) => {
  const { data, isError } = useGetSettingsQuery();
  if (isError) return failed;
  if (!data) return loading;
  return <OfficeContext.Provider value={data}>{children}</OfficeContext.Provider>;
};

export const useOffice = (): OfficeSettings => {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('useOffice needs an OfficeProvider above it');
  return office;
};
