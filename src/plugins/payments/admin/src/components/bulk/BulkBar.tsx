import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { BulkAction } from '../../../../contracts/bulk';
import type { StaffAction } from '../../../../contracts/route';
import { useAllowed } from '../../hooks/useAllowed';
import { useT } from '../../intl/useT';
import type { BulkOutcome } from '../../services/today';
import type { Selection } from '../listing/useSelection';
import { BulkDialog } from './BulkDialog';
import { BulkResults } from './BulkResults';

/** What is acted on: payments as a whole, or instalments by themselves. */
export type BulkOf = 'payments' | 'instalments';

/** One of the rows, by what the results call it. */
export interface BulkItem {
  documentId: string;
  name: string;
}

interface BulkBarProps {
  of: BulkOf;
  items: readonly BulkItem[];
  selection: Selection;
}

const needs: ReadonlyArray<readonly [BulkAction, StaffAction]> = [
  ['remind', 'send'],
  ['settle', 'settle'],
  ['pause', 'update'],
  ['resume', 'update'],
  ['cancel', 'update'],
];

/** What can be done with all that is chosen at once, as the role allows. */
export const BulkBar = ({ of, items, selection }: BulkBarProps) => {
  const t = useT();
  const allowed = useAllowed();
  const [action, setAction] = useState<BulkAction | null>(null);
  const [outcome, setOutcome] = useState<{ action: BulkAction; done: BulkOutcome; chosen: readonly BulkItem[] }>();
  const actions = needs.filter(([, permission]) => allowed(permission)).map(([name]) => name);
  const chosen = items.filter(({ documentId }) => selection.has(documentId));

  return (
    <>
      {chosen.length > 0 && actions.length > 0 && (
        <Flex gap={2} wrap="wrap" paddingBottom={4} role="group" aria-label={t(`bulk.title.${of}`)}>
          <Typography>{t(`bulk.selected.${of}`, { count: chosen.length })}</Typography>
          {actions.map((name) => (
            <Button
              key={name}
              size="S"
              variant={name === 'cancel' ? 'danger-light' : 'secondary'}
              onClick={() => setAction(name)}
            >
              {t(`bulk.action.${of}.${name}`)}
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
          of={of}
          chosen={chosen}
          onClose={() => setAction(null)}
          onDone={(done) => {
            setOutcome({ action, done, chosen });
            setAction(null);
            selection.clear();
          }}
        />
      )}
      {outcome && <BulkResults of={of} {...outcome} onClose={() => setOutcome(undefined)} />}
    </>
  );
};
