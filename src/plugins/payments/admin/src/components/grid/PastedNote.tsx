import { Alert } from '@strapi/design-system';
import type { Pasted } from '../../grid/paste';
import { useT } from '../../intl/useT';

const MOST = 8;

const listOf = (numbers: readonly string[]) =>
  numbers.length > MOST ? `${numbers.slice(0, MOST).join(', ')} …` : numbers.join(', ');

/** What became of pasted lines: how many found their customer, and which found none or several. */
export const PastedNote = ({ pasted, onClose }: { pasted: Pasted; onClose: () => void }) => {
  const t = useT();
  const { cells, byTaxNumber, unmatched, ambiguous } = pasted;
  const lost = unmatched.length + ambiguous.length > 0;
  return (
    <Alert
      variant={lost ? 'warning' : 'success'}
      role="status"
      closeLabel={t('action.close')}
      onClose={onClose}
      title={t(byTaxNumber ? 'grid.pasted.byTaxNumber' : 'grid.pasted', { count: cells.size })}
    >
      {[
        unmatched.length > 0 && t('grid.unmatched', { count: unmatched.length, numbers: listOf(unmatched) }),
        ambiguous.length > 0 && t('grid.ambiguous', { count: ambiguous.length, numbers: listOf(ambiguous) }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Alert>
  );
};
