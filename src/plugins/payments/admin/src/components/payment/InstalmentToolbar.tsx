import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Check, Pencil, Plus, Trash } from '@strapi/icons';
import type { StaffInstalment } from '../../../../contracts/instalment';
import type { StaffPayment } from '../../../../contracts/payment';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import type { OpenDialog } from './dialogs';

interface InstalmentToolbarProps {
  payment: StaffPayment;
  selected: StaffInstalment | undefined;
  onOpen: (dialog: OpenDialog) => void;
}

/** What can be done to the selected instalment, as its state and the role allow; and one more. */
export const InstalmentToolbar = ({ payment, selected, onOpen }: InstalmentToolbarProps) => {
  const t = useT();
  const allowed = useAllowed();
  const payable = selected !== undefined && selected.state !== 'paid' && selected.state !== 'cancelled';
  const paid = selected !== undefined && Number(selected.paid.value) > 0;
  const actions = [
    { dialog: 'edit', icon: <Pencil />, label: t('action.edit'), enabled: selected !== undefined },
    { dialog: 'settle', icon: <Check />, label: t('action.settle'), enabled: payable },
    { dialog: 'unsettle', icon: <ArrowClockwise />, label: t('action.unsettle'), enabled: paid },
    {
      dialog: 'remove',
      icon: <Trash />,
      label: t('action.remove'),
      enabled: payable && !paid && payment.instalments.length > 1,
    },
    { dialog: 'add', icon: <Plus />, label: t('action.addInstalment'), enabled: payment.state !== 'cancelled' },
  ] as const;
  const may = (dialog: OpenDialog) => allowed(dialog === 'settle' || dialog === 'unsettle' ? 'settle' : 'update');

  return (
    <Flex gap={2} wrap="wrap" role="toolbar" aria-label={t('instalments.toolbar')}>
      {actions
        .filter(({ dialog }) => may(dialog))
        .map(({ dialog, icon, label, enabled }) => (
          <Button
            key={dialog}
            size="S"
            variant={dialog === 'edit' || dialog === 'settle' ? 'secondary' : 'tertiary'}
            startIcon={icon}
            disabled={!enabled}
            onClick={() => onOpen(dialog)}
          >
            {label}
          </Button>
        ))}
    </Flex>
  );
};
