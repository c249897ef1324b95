import { Badge, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SeriesItem } from '../../../../contracts/series';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';
import type { Column } from '../listing/columns';
import { Amount } from '../shared/Amount';
import { useRuleText } from './useRuleText';

/** A series' usual amount, or that it follows. */
export const UsualAmount = ({ amount }: Pick<SeriesItem, 'amount'>) => {
  const t = useT();
  return amount ? <Amount money={amount} /> : <Typography textColor="neutral600">{t('series.toFollow')}</Typography>;
};

const useColumns = (): Column<SeriesItem>[] => {
  const t = useT();
  const format = useFormat();
  const ruleText = useRuleText();
  return [
    {
      name: 'title',
      label: t('column.series'),
      maxWidth: '34rem',
      lead: true,
      cell: ({ documentId, title, institution, state }) => (
        <>
          <Flex gap={2} wrap="wrap">
            <Link tag={NavLink} to={paths.oneRecurring(documentId)}>
              <Typography fontWeight="semiBold">{title}</Typography>
            </Link>
            {state === 'stopped' && <Badge size="S">{t('series.stopped')}</Badge>}
          </Flex>
          {institution && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {institution.name}
            </Typography>
          )}
        </>
      ),
    },
    {
      name: 'customer',
      label: t('column.customer'),
      maxWidth: '26rem',
      cell: ({ customer }) => <Typography>{customer.name}</Typography>,
    },
    {
      name: 'rule',
      label: t('column.when'),
      maxWidth: '24rem',
      cell: (series) => <Typography>{ruleText(series)}</Typography>,
    },
    {
      name: 'next',
      label: t('column.nextDueDate'),
      cell: ({ next }, narrow) =>
        (next || !narrow) && <Typography>{next ? format.weekDay(next.dueDate) : '—'}</Typography>,
    },
    {
      name: 'amount',
      label: t('column.amount'),
      align: 'right',
      cell: ({ amount }) => <UsualAmount amount={amount} />,
    },
  ];
};

export const SeriesTable = ({ series, stale }: { series: readonly SeriesItem[]; stale: boolean }) => {
  const t = useT();
  return (
    <RowsTable
      label={t('series.title')}
      rows={series}
      keyOf={({ documentId }) => documentId}
      columns={useColumns()}
      stale={stale}
    />
  );
};
