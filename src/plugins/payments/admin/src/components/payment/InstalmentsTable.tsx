import { Checkbox, Radio, Table, Tbody, Th, Thead, Tr } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { StaffInstalment } from '../../../../contracts/instalment';
import { useT } from '../../intl/useT';
import type { Selection } from '../listing/useSelection';
import { HeaderCell } from '../shared/HeaderCell';
import { InstalmentRow } from './InstalmentRow';

interface InstalmentsTableProps {
  label: string;
  instalments: readonly StaffInstalment[];
  /** The one that the toolbar is about. */
  selected: string | undefined;
  /** Where several are chosen, which. */
  several: Selection | null;
  onSelect: (documentId: string) => void;
  onOpen: (documentId: string) => void;
}

/** The instalments by number: one is chosen, or several are ticked. */
export const InstalmentsTable = ({
  label,
  instalments,
  selected,
  several,
  onSelect,
  onOpen,
}: InstalmentsTableProps) => {
  const t = useT();
  const narrow = useIsMobile();
  return (
    <Radio.Group aria-label={t('instalments.choose')} value={selected ?? ''} onValueChange={onSelect}>
      <Table colCount={narrow ? 2 : 5} rowCount={instalments.length + 1} aria-label={label}>
        <Thead>
          <Tr>
            {several ? (
              <Th>
                <Checkbox aria-label={t('instalments.all')} checked={several.all} onCheckedChange={several.toggleAll} />
              </Th>
            ) : (
              <HeaderCell>{t('column.number')}</HeaderCell>
            )}
            <HeaderCell>{t('column.dueDate')}</HeaderCell>
            {!narrow && (
              <>
                <HeaderCell align="right">{t('column.amount')}</HeaderCell>
                <HeaderCell>{t('column.state')}</HeaderCell>
                <HeaderCell>{t('column.code')}</HeaderCell>
              </>
            )}
          </Tr>
        </Thead>
        <Tbody>
          {instalments.map((instalment) => {
            const { documentId } = instalment;
            const select = () => (several ? several.toggle(documentId) : onSelect(documentId));
            return (
              <InstalmentRow
                key={documentId}
                instalment={instalment}
                narrow={narrow}
                several={several !== null}
                selected={several ? several.has(documentId) : documentId === selected}
                onSelect={select}
                onOpen={() => (several ? undefined : onOpen(documentId))}
              />
            );
          })}
        </Tbody>
      </Table>
    </Radio.Group>
  );
};
