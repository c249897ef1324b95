import { Box, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { Statement } from '../../../../contracts/customer-actions';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { HeaderCell } from '../shared/HeaderCell';
import { InstalmentStateBadge } from '../shared/StateBadge';

type Line = Statement['lines'][number];

export const lineKey = ({ payment, number }: Line) => `${payment.documentId} ${number}`;

/** The statement on the screen. */
export const StatementTable = ({ lines }: Pick<Statement, 'lines'>) => {
  const t = useT();
  const format = useFormat();
  const narrow = useIsMobile();
  return (
    <Table colCount={narrow ? 2 : 5} rowCount={lines.length + 1} aria-label={t('statement.title')}>
      <Thead>
        <Tr>
          <HeaderCell>{t('column.dueDate')}</HeaderCell>
          {!narrow && <HeaderCell>{t('column.payment')}</HeaderCell>}
          <HeaderCell align="right">{t('column.amount')}</HeaderCell>
          {!narrow && <HeaderCell align="right">{t('summary.outstanding')}</HeaderCell>}
          {!narrow && <HeaderCell>{t('column.state')}</HeaderCell>}
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((line) => {
          const title = (
            <>
              <Typography tag="p" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
                {line.payment.title}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
                {[`${line.number}/${line.of}`, line.institution?.name, line.payment.reference]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </>
          );
          return (
            <Tr key={lineKey(line)}>
              <Td>
                {narrow ? (
                  <Box paddingTop={3} paddingBottom={3}>
                    <Typography>{format.weekDay(line.dueDate)}</Typography>
                    {title}
                    <InstalmentStateBadge state={line.state} />
                  </Box>
                ) : (
                  <Typography>{format.weekDay(line.dueDate)}</Typography>
                )}
              </Td>
              {!narrow && <Td>{title}</Td>}
              <Td style={{ textAlign: 'right' }}>
                <Amount money={line.amount} />
              </Td>
              {!narrow && (
                <>
                  <Td style={{ textAlign: 'right' }}>
                    <Amount money={line.outstanding} />
                  </Td>
                  <Td>
                    <InstalmentStateBadge state={line.state} />
                  </Td>
                </>
              )}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
