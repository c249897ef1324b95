import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { BulkAction } from '../../../../contracts/bulk';
import type { StaffPaymentItem } from '../../../../contracts/payment';
import type { StaffAction } from '../../../../contracts/route';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import type { BulkOutcome } from '../../services/today';
import type { Selection } from '../list/useSelection';
import { BulkDialog } from './BulkDialog';
import { BulkResults } from './BulkResults';

interface BulkBarProps {
  payments: readonly StaffPaymentItem[];
  selection: Selection;
}

const needs: ReadonlyArray<readonly [BulkAction, StaffAction]> = [
  ['remind', 'send'],
  ['settle', 'settle'],
  ['pause', 'update'],
  ['resume', 'update'],
  ['cancel', 'update'],
];

/** What can be done with all chosen payments at once, as the role allows. */
export const BulkBar = ({ payments, selection }: BulkBarProps) => {
  const t = useT();
  const allowed = useAllowed();
  const [action, setAction] = useState<BulkAction | null>(null);
  const [outcome, setOutcome] = useState<{ action: BulkAction; done: BulkOutcome; of: readonly StaffPaymentItem[] }>();
  const actions = needs.filter(([, permission]) => allowed(permission)).map(([name]) => name);
  const chosen = payments.filter(({ documentId }) => selection.has(documentId));

  return (
    <>
      {chosen.length > 0 && actions.length > 0 && (
        <Flex gap={2} wrap="wrap" paddingBottom={4} role="group" aria-label={t('bulk.title')}>
          <Typography>{t('bulk.selected', { count: chosen.length })}</Typography>
          {actions.map((name) => (
            <Button
              key={name}
              size="S"
              variant={name === 'cancel' ? 'danger-light' : 'secondary'}
              onClick={() => setAction(name)}
            >
              {t(`bulk.action.${name}`)}
            </Button>
          ))}
          <Button size="S" variant="tertiary" onClick={selection.clear}>
            {t('bulk.clear')}
          </Button>
        </Flex>
      )}
      {action && (
        <BulkDialog
          action={action}
          payments={chosen}
          onClose={() => setAction(null)}
          onDone={(done) => {
            setOutcome({ action, done, of: chosen });
            setAction(null);
            selection.clear();
          }}
        />
      )}
      {outcome && <BulkResults {...outcome} onClose={() => setOutcome(undefined)} />}
    </>
  );
};
