import { useEffect } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { TodayInstalment } from '../../../../contracts/today';
import { useT } from '../../intl/useT';
import { useGetPaymentQuery } from '../../services/payments';
import { SettleDialog } from '../payment/SettleDialog';

interface SettleHereProps {
  item: TodayInstalment;
  onClose: () => void;
}

/** The payment page's own dialog, without going there: it asks for the payment as it is now first. */
export const SettleHere = ({ item, onClose }: SettleHereProps) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const { data, isError, isFetching } = useGetPaymentQuery(item.payment.documentId, {
    refetchOnMountOrArgChange: true,
  });
  const instalment = data?.instalments.find(({ documentId }) => documentId === item.documentId);

  useEffect(() => {
    if (!isError) return;
    toggleNotification({ type: 'danger', message: t('save.unreachable') });
    onClose();
  }, [isError, onClose, t, toggleNotification]);

  if (!data || !instalment || (isFetching && data.revision < item.payment.revision)) return null;
  return <SettleDialog payment={data} instalment={instalment} onClose={onClose} />;
};
