import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { TodayInstalment } from '../../../../contracts/today';
import { useT } from '../../intl/useT';
import { failureOf } from '../../services/failure';
import { useBulkMutation } from '../../services/today';

/** Reminds of one instalment at once, and says what became of it. */
export const useReminder = () => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [act] = useBulkMutation();
  const [busy, setBusy] = useState<string | null>(null);

  const remind = async ({ documentId, customer }: TodayInstalment): Promise<void> => {
    setBusy(documentId);
    try {
      const { results } = await act({ action: 'remind', instalments: [documentId], sendEmail: true }).unwrap();
      const reason = results[0]?.reason ?? null;
      const message = reason ? t(`bulk.reason.${reason}`) : t('today.reminded', { customer: customer.name });
      toggleNotification({ type: reason ? 'warning' : 'success', message });
    } catch (error) {
      toggleNotification({ type: 'danger', message: failureOf(error).message || t('save.unreachable') });
    } finally {
      setBusy(null);
    }
  };

  return { busy, remind };
};
