import { useRef } from 'react';
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
  /** What saves takes something away. */
  danger?: boolean;
  /** A question without fields: the way back is named so, and begins with the focus. */
  question?: boolean;
}

const FIRST_FIELD = 'input:not([type="checkbox"], [type="radio"], [disabled]), textarea:not([disabled])';

/** A dialog with a form: it begins in its first field, Enter saves, Escape closes. */
export const FormDialog = (props: FormDialogProps) => {
  const { title, submit, busy, failure, currency, onSubmit, onDismissFailure, onClose, children } = props;
  const { footer, disabled, danger, question } = props;
  const t = useT();
  const back = useRef<HTMLButtonElement>(null);
  const begin = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLElement).querySelector<HTMLInputElement>(FIRST_FIELD);
    field?.select();
    (field ?? back.current)?.focus();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} onOpenAutoFocus={begin}>
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
                <Button ref={back} type="button" variant="tertiary" onClick={onClose}>
                  {question ? t('action.back') : t('action.cancel')}
                </Button>
                <Button type="submit" variant={danger ? 'danger' : 'default'} loading={busy} disabled={disabled}>
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
