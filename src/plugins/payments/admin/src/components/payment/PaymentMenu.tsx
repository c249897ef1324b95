import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { StaffPayment } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import type { PaymentDialog } from './dialogs';

interface PaymentMenuProps {
  payment: StaffPayment;
  onOpen: (dialog: PaymentDialog) => void;
}

const available = ({ state, remindersPaused, paid, lostAfter }: StaffPayment): Array<Exclude<PaymentDialog, 'add'>> => [
  ...(state === 'open' ? (['replan', remindersPaused ? 'resume' : 'pause'] as const) : []),
  ...(state === 'open' && lostAfter !== null ? (['lose'] as const) : []),
  ...(state === 'open' ? (['cancel'] as const) : []),
  ...(state === 'cancelled' ? (['reopen'] as const) : []),
  ...(Number(paid.value) === 0 ? (['delete'] as const) : []),
];

/** What can be done to the payment as a whole, as its state and the role allow. */
export const PaymentMenu = ({ payment, onOpen }: PaymentMenuProps) => {
  const t = useT();
  const allowed = useAllowed();
  const navigate = useNavigate();
  const again = allowed('create');
  const actions = available(payment).filter((action) => allowed(action === 'delete' ? 'delete' : 'update'));
  if (actions.length === 0 && !again) return null;
  return (
    <SimpleMenu variant="secondary" size="S" label={t('payment.actions')}>
      {again && (
        <MenuItem onSelect={() => navigate(`${paths.create}?like=${payment.documentId}`)}>
          {t('menu.action.again')}
        </MenuItem>
      )}
      {actions.map((action) => (
        <MenuItem
          key={action}
          variant={action === 'cancel' || action === 'lose' || action === 'delete' ? 'danger' : 'default'}
          onSelect={() => onOpen(action)}
        >
          {t(`menu.action.${action}`)}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
