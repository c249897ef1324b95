import { useCallback, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { StaffPayment } from '../../../contracts/payment';
import { useT } from '../intl/useT';
import type { Failure } from '../services/failure';
import { useReadPaymentAgainMutation } from '../services/payment-edits';
import { useSave } from './useSave';
import type { Confirmed } from './useSave';

export type HistoryEntry = StaffPayment['history'][number];

/** What the other person saved since this one began to type. */
const since = (known: StaffPayment, fresh: StaffPayment): HistoryEntry[] => {
  const last = known.history[0]?.at ?? '';
  return fresh.history.filter(({ at }) => at > last);
};

/**
 * An edit of one payment. A revision that is no longer the current one fetches the payment again and tells what
 * changed in between; what was typed stays in the form and can be saved once more, now on top of that.
 */
export const usePaymentEdit = (payment: StaffPayment) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [fetchAgain] = useReadPaymentAgainMutation();
  const [conflict, setConflict] = useState<HistoryEntry[] | null>(null);

  const onConflict = useCallback(
    ({ message }: Failure) => {
      fetchAgain(payment.documentId)
        .unwrap()
        .then((fresh) => {
          if (fresh.revision > payment.revision) setConflict(since(payment, fresh));
          else toggleNotification({ type: 'danger', message });
        })
        .catch(() => toggleNotification({ type: 'danger', message: t('save.unreachable') }));
    },
    [fetchAgain, payment, t, toggleNotification],
  );
  const save = useSave<StaffPayment>(onConflict);

  const run = (
    send: (revision: number, confirmed: Confirmed) => Promise<StaffPayment>,
    saved: (fresh: StaffPayment) => void = () => undefined,
  ) =>
    save.run(
      (confirmed) => send(payment.revision, confirmed),
      (fresh) => {
        setConflict(null);
        toggleNotification({ type: 'success', message: t('save.done') });
        saved(fresh);
      },
    );

  return { ...save, run, conflict, forgetConflict: () => setConflict(null) };
};
