import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { Confirmation } from '../../services/failure';
import { useT } from '../../intl/useT';

interface ConfirmWarningsProps {
  warnings: readonly Confirmation[];
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Many customers may be warned of the same: it is asked once. */
const isFirstOfCode = ({ code }: Confirmation, index: number, all: readonly Confirmation[]) =>
  all.findIndex((other) => other.code === code) === index;

/** Asks about what looks like a mistake but may be meant: another payer's code, a payment that exists already. */
export const ConfirmWarnings = ({ warnings, busy, onConfirm, onCancel }: ConfirmWarningsProps) => {
  const t = useT();
  const textOf = ({ code, message }: Confirmation) => {
    if (code === 'wrong-customer') return t('confirm.wrongCustomer');
    if (code === 'duplicate') return t('confirm.duplicate');
    if (code === 'past-periods') return t('confirm.pastPeriods');
    return message;
  };
  return (
    <Dialog.Root open={warnings.length > 0} onOpenChange={(open) => !open && onCancel()}>
      <Dialog.Content>
        <Dialog.Header>{t('confirm.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle width="2.4rem" height="2.4rem" fill="warning600" />}>
          <Flex direction="column" gap={2}>
            {warnings.filter(isFirstOfCode).map((warning) => (
              <Typography key={warning.code} textAlign="center">
                {textOf(warning)}
              </Typography>
            ))}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('confirm.back')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth loading={busy} onClick={onConfirm}>
            {t('confirm.anyway')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
