import { Button, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SeriesPeriodValue, SeriesValue } from '../../../../contracts/series';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { RowsTable } from '../listing/RowsTable';
import type { Column } from '../listing/columns';
import { Amount } from '../shared/Amount';
import { useShiftText } from '../shared/useShiftText';

interface PeriodsTableProps {
  series: SeriesValue;
  /** Absent for a role that may not. */
  onSkip?: (period: SeriesPeriodValue) => void;
  onUnskip?: (period: SeriesPeriodValue) => void;
  busy: boolean;
}

/** What became of a period, or of its payment. */
const PeriodState = ({ period: { state, payment } }: { period: SeriesPeriodValue }) => {
  const t = useT();
  if (payment?.state === 'settled' || payment?.state === 'cancelled') {
    return <Typography>{t(`paymentState.${payment.state}`)}</Typography>;
  }
  const muted = state === 'skipped' || state === 'deleted' || state === 'expected';
  return <Typography textColor={muted ? 'neutral600' : undefined}>{t(`periodState.${state}`)}</Typography>;
};

const useColumns = (): Column<SeriesPeriodValue>[] => {
  const t = useT();
  const format = useFormat();
  const shiftText = useShiftText();
  return [
    {
      name: 'title',
      label: t('column.payment'),
      maxWidth: '32rem',
      cell: ({ title, payment }) =>
        payment ? (
          <Link tag={NavLink} to={paths.payment(payment.documentId)}>
            {title}
          </Link>
        ) : (
          <Typography textColor="neutral600">{title}</Typography>
        ),
    },
    {
      name: 'dueDate',
      label: t('column.dueDate'),
      maxWidth: '30rem',
      cell: (period) => (
        <>
          <Typography>{format.weekDay(period.dueDate)}</Typography>
          {period.shift && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {shiftText(period)}
            </Typography>
          )}
        </>
      ),
    },
    {
      name: 'amount',
      label: t('column.amount'),
      align: 'right',
      cell: ({ amount }) =>
        amount ? <Amount money={amount} /> : <Typography textColor="neutral600">{t('series.toFollow')}</Typography>,
    },
    { name: 'state', label: t('column.state'), cell: (period) => <PeriodState period={period} /> },
  ];
};

/** The periods of a series: those with a payment, those that wait, and the next to come. */
export const PeriodsTable = ({ series, onSkip, onUnskip, busy }: PeriodsTableProps) => {
  const t = useT();
  const actions = (period: SeriesPeriodValue) => {
    if (period.state === 'skipped' && onUnskip) {
      return (
        <Button
          variant="ghost"
          size="S"
          disabled={busy}
          aria-label={t('series.unskip.of', { title: period.title })}
          onClick={() => onUnskip(period)}
        >
          {t('series.unskip')}
        </Button>
      );
    }
    if ((period.state === 'expected' || period.state === 'waiting') && onSkip) {
      return (
        <Button
          variant="ghost"
          size="S"
          disabled={busy}
          aria-label={t('series.skip.of', { title: period.title })}
          onClick={() => onSkip(period)}
        >
          {t('series.skip')}
        </Button>
      );
    }
    return null;
  };
  return (
    <RowsTable
      label={t('series.periods')}
      rows={series.periods}
      keyOf={({ number }) => String(number)}
      columns={useColumns()}
      actions={onSkip && actions}
    />
  );
};
