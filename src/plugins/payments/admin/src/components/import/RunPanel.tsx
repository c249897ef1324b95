import { useEffect, useState } from 'react';
import { Alert, Button, Flex, Link, ProgressBar, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ImportBatch } from '../../../../contracts/import-values';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import { useGetImportQuery } from '../../services/imports';
import { Panel } from '../shared/Panel';
import { UndoDialog } from './UndoDialog';

const POLL_MS = 700;

/** An import that was begun: how far it is, then what came of it, and the way back. */
export const RunPanel = ({ begun, onAgain }: { begun: ImportBatch; onAgain: () => void }) => {
  const t = useT();
  const [ended, setEnded] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const { data = begun } = useGetImportQuery(begun.documentId, { pollingInterval: ended ? 0 : POLL_MS });
  const { state, kind, total, progress, customers, contacts, payments, instalments, skipped, reason } = data;
  useEffect(() => setEnded(state !== 'running'), [state]);

  return (
    <Panel title={t(`import.run.${state}`)}>
      {state === 'running' && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <ProgressBar
            size="M"
            value={total > 0 ? Math.round((100 * progress) / total) : 0}
            aria-label={t('import.run.progress', { progress, total })}
          />
          <Typography role="status">{t('import.run.progress', { progress, total })}</Typography>
        </Flex>
      )}
      {state === 'done' && (
        <Flex direction="column" alignItems="flex-start" gap={3} role="status">
          <Typography variant="beta" tag="p">
            {kind === 'customers'
              ? t('import.totals.customers', { customers, contacts })
              : t('import.totals.payments', { payments, instalments })}
          </Typography>
          {skipped > 0 && <Typography>{t('import.run.skipped', { lines: skipped })}</Typography>}
          <Link tag={NavLink} to={kind === 'customers' ? paths.customers : `${paths.payments}?sort=createdAt:desc`}>
            {t(`import.run.list.${kind}`)}
          </Link>
        </Flex>
      )}
      {state === 'failed' && (
        <Alert variant="danger" closeLabel={t('action.close')} title={t('import.run.nothing')}>
          {t(`import.reason.${reason ?? 'changed'}`)}
        </Alert>
      )}
      {state !== 'running' && (
        <Flex gap={2} wrap="wrap">
          <Button onClick={onAgain}>{t('import.again')}</Button>
          {state === 'done' && (
            <Button variant="danger-light" onClick={() => setUndoing(true)}>
              {t('import.undo')}
            </Button>
          )}
        </Flex>
      )}
      {undoing && <UndoDialog batch={data} onClose={() => setUndoing(false)} />}
    </Panel>
  );
};
