import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import type { BulkAction } from '../../../../contracts/bulk';
import { useT } from '../../intl/useT';
import type { BulkOutcome } from '../../services/today';
import type { BulkItem, BulkOf } from './BulkBar';

interface BulkResultsProps {
  action: BulkAction;
  done: BulkOutcome;
  of: BulkOf;
  chosen: readonly BulkItem[];
  onClose: () => void;
}

/** What became of each: nobody has to guess which of forty was left out, and why. */
export const BulkResults = ({ action, done, of, chosen, onClose }: BulkResultsProps) => {
  const t = useT();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('bulk.done', { done: done.done, all: done.results.length })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Box tag="ul" aria-label={t(`bulk.action.${of}.${action}`)}>
            {done.results.map(({ documentId, reason }) => {
              const item = chosen.find((one) => one.documentId === documentId);
              return (
                <Flex tag="li" key={documentId} gap={2} paddingTop={2} paddingBottom={2} alignItems="flex-start">
                  {reason ? (
                    <WarningCircle aria-hidden fill="warning600" style={{ flexShrink: 0 }} />
                  ) : (
                    <CheckCircle aria-hidden fill="success600" style={{ flexShrink: 0 }} />
                  )}
                  <Box>
                    <Typography tag="p">{item?.name ?? documentId}</Typography>
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {t(reason ? `bulk.reason.${reason}` : 'bulk.reason.done')}
                    </Typography>
                  </Box>
                </Flex>
              );
            })}
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t('action.close')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
