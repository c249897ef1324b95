import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useT } from '../../intl/useT';

/** Opens the browser's print dialog, which also saves as PDF. */
export const PrintButton = () => {
  const t = useT();
  return (
    <Button variant="tertiary" startIcon={<File />} onClick={() => window.print()}>
      {t('print.action')}
    </Button>
  );
};
