import type { ReactNode } from 'react';
import { Box, Button, Flex, Modal } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { ProblemsAlert } from './ProblemsAlert';
import type { Failure } from '../../services/failure';

interface FormDialogProps {
  title: string;
  /** The words of the button that saves. */
  submit: string;
  busy: boolean;
  failure: Failure | null;
  currency: string;
  onSubmit: () => void;
  onDismissFailure: () => void;
  onClose: () => void;
  children: ReactNode;
  /** Beside the buttons: `Send email to user`. */
  footer?: ReactNode;
  disabled?: boolean;
}

/** A dialog with a form: Enter saves, Escape closes. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, submit, busy, failure, currency, onSubmit, onDismissFailure, onClose, children, footer, disabled } =
    props;
  const t = useT();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <form
          noValidate
          style={{ display: 'flex', flexDirection: 'column', minHeight: 0, maxHeight: '100%' }}
          onSubmit={(event) => {
            event.preventDefault();
            // a dialog may stand over another form
            event.stopPropagation();
            if (!busy && !disabled) onSubmit();
          }}
        >
          <Modal.Header closeLabel={t('action.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {failure && <ProblemsAlert failure={failure} currency={currency} onClose={onDismissFailure} />}
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Flex gap={4} wrap="wrap" justifyContent="flex-end" width="100%">
              <Box marginRight="auto">{footer}</Box>
              <Flex gap={2}>
                <Button type="button" variant="tertiary" onClick={onClose}>
                  {t('action.cancel')}
                </Button>
                <Button type="submit" loading={busy} disabled={disabled}>
                  {submit}
                </Button>
              </Flex>
            </Flex>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
