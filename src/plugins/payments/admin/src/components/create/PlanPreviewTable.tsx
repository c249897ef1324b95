import { Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { PlanPreview } from '../../../../contracts/plan';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { HeaderCell } from '../shared/HeaderCell';
import { Amount } from '../shared/Amount';
import { InstalmentStateBadge } from '../shared/StateBadge';
import { useShiftText } from '../shared/useShiftText';
import { PlanWarnings } from './PlanWarnings';

interface PlanPreviewTableProps {
  plan: PlanPreview;
  /** Another answer is awaited, or what is typed makes no plan: these rows are the last ones that did. */
  stale: boolean;
}

/** Denser than a list of documents: a dozen rows are seen at once, the rest by scrolling within. */
const Rows = styled.div`
  max-height: 56rem;
  overflow: auto;
  transition: opacity 150ms;

  th,
  td {
    height: auto;
    padding-block: ${({ theme }) => theme.spaces[2]};
    padding-inline: ${({ theme }) => theme.spaces[2]};

    ${({ theme }) => theme.breakpoints.medium} {
      padding-inline: ${({ theme }) => theme.spaces[4]};
    }
  }
`;

/** The rows as they will be saved, with the reason where a date moved and, where there is room, what is left after each. */
export const PlanPreviewTable = ({ plan, stale }: PlanPreviewTableProps) => {
  const t = useT();
  const format = useFormat();
  const shiftText = useShiftText();
  const narrow = useIsMobile();
  return (
    <>
      <PlanWarnings warnings={plan.warnings} currency={plan.total.currency} />
      <Rows aria-busy={stale} style={{ opacity: stale ? 0.5 : 1 }}>
        <Table colCount={narrow ? 3 : 4} rowCount={plan.instalments.length + 1} aria-label={t('preview.title')}>
          <Thead>
            <Tr>
              <HeaderCell>{t('column.number')}</HeaderCell>
              <HeaderCell>{t('column.dueDate')}</HeaderCell>
              <HeaderCell align="right">{t('column.amount')}</HeaderCell>
              {!narrow && <HeaderCell align="right">{t('column.balance')}</HeaderCell>}
            </Tr>
          </Thead>
          <Tbody>
            {plan.instalments.map((row) => (
              <Tr key={row.number}>
                <Td>
                  <Typography>{row.number}</Typography>
                </Td>
                <Td>
                  <Typography>{format.weekDay(row.dueDate)}</Typography>{' '}
                  {row.paid && <InstalmentStateBadge state="paid" />}
                  {row.shift && (
                    <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
                      {shiftText(row)}
                    </Typography>
                  )}
                </Td>
                <Td style={{ textAlign: 'right' }}>
                  <Amount money={row.amount} />
                </Td>
                {!narrow && (
                  <Td style={{ textAlign: 'right' }}>
                    <Amount money={row.balance} textColor="neutral600" />
                  </Td>
                )}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Rows>
    </>
  );
};
