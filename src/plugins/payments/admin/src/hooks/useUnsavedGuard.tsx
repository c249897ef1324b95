import { useCallback, useEffect, useRef } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useBlocker } from 'react-router-dom';
import { useT } from '../intl/useT';

interface UnsavedGuard {
  /** The question, while it is asked; render it anywhere on the page. */
  dialog: React.ReactNode;
  /** Lets the next navigation pass: what was typed is saved. */
  release: () => void;
}

/** Asks before a page with unsaved changes is left, by a link, the browser's back button, or closing the tab. */
export const useUnsavedGuard = (dirty: boolean): UnsavedGuard => {
  const t = useT();
  const released = useRef(false);
  const release = useCallback(() => {
    released.current = true;
  }, []);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !released.current && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (!released.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const dialog = blocker.state === 'blocked' && (
    <Dialog.Root open onOpenChange={(open) => !open && blocker.reset()}>
      <Dialog.Content>
        <Dialog.Header>{t('unsaved.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle width="2.4rem" height="2.4rem" fill="danger600" />}>
          {t('unsaved.text')}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('unsaved.stay')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth onClick={() => blocker.proceed()}>
            {t('unsaved.leave')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
  return { dialog, release };
};
