import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useT } from '../intl/useT';

/** Hands bytes to the browser's own saving. */
export const saveFile = (bytes: Blob, name: string) => {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** Saves a file of the staff's API: its address needs the session's header, so that no plain link will do. */
export const useDownload = () => {
  const t = useT();
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);

  const download = async (url: string, name: string, params?: Record<string, string | undefined>): Promise<void> => {
    setBusy(true);
    try {
      const { data } = await get<Blob>(url, { responseType: 'blob', params });
      saveFile(data, name);
    } catch {
      toggleNotification({ type: 'danger', message: t('download.failed') });
    } finally {
      setBusy(false);
    }
  };

  return { busy, download };
};
