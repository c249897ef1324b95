import { useMemo, useState } from 'react';
import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { SeriesGridRow } from '../../../../contracts/series-grid';
import { paths } from '../../constants';
import { readAmountCell, readCodeCell } from '../../grid/cells';
import type { Pasted } from '../../grid/paste';
import { useReader } from '../../hooks/useReader';
import { useSave } from '../../hooks/useSave';
import { useUnsavedGuard } from '../../hooks/useUnsavedGuard';
import { useFormat } from '../../intl/useFormat';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useFillSeriesGridMutation } from '../../services/series';
import type { FilledGrid } from '../../services/series';
import { CheckField } from '../fields/CheckField';
import { PastedNote } from '../grid/PastedNote';
import { SheetGrid } from '../grid/SheetGrid';
import type { SheetLine } from '../grid/SheetGrid';
import { FootBar } from '../listing/FootBar';
import { ConfirmWarnings } from '../shared/ConfirmWarnings';
import { ProblemsAlert } from '../shared/ProblemsAlert';
import { isLocked, keyOf, useSeriesGrid } from './useSeriesGrid';

const State = ({ row: { state, payment } }: { row: SeriesGridRow }) => {
  const t = useT();
  if (!payment) return <Typography textColor="neutral600">{t(`periodState.${state}`)}</Typography>;
  return (
    <Link tag={NavLink} to={paths.payment(payment.documentId)}>
      {payment.reference}
    </Link>
  );
};

/** The lines as the grid shows them, with what is wrong where. */
const useLines = (rows: readonly SeriesGridRow[], { typed, valueOf, results }: ReturnType<typeof useSeriesGrid>) => {
  const t = useT();
  const format = useFormat();
  const reader = useReader();
  const problemText = useProblemText();
  return useMemo(
    () =>
      rows.map((row): SheetLine => {
        const key = keyOf(row);
        const result = results.get(key);
        const cells = typed.get(key);
        const amount = cells?.amount === undefined ? null : readAmountCell(cells.amount, row.currency, reader);
        const code = cells?.paymentCode === undefined ? null : readCodeCell(cells.paymentCode, row.scheme);
        const refused = (field: 'amount' | 'paymentCode') => {
          const error = result?.errors.find((each) => each.field === field);
          return error && problemText({ ...error, params: {} }, row.currency);
        };
        const reason = result?.reason === 'invalid' ? null : (result?.reason ?? null);
        return {
          key,
          name: row.customer.name,
          taxNumber: row.customer.taxNumber,
          locked: isLocked(row),
          amount: valueOf(row, 'amount'),
          paymentCode: valueOf(row, 'paymentCode'),
          middle: (
            <>
              <Typography tag="p">{row.title}</Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {format.weekDay(row.dueDate)}
              </Typography>
            </>
          ),
          end: <State row={row} />,
          problems: {
            amount: amount?.kind === 'wrong' ? problemText(amount.problem, row.currency) : refused('amount'),
            paymentCode: code?.kind === 'wrong' ? problemText(code.problem, row.currency) : refused('paymentCode'),
            line: reason ? t(`gridReason.${reason}`) : undefined,
          },
        };
      }),
    [rows, typed, valueOf, results, t, format, reader, problemText],
  );
};

/** Amounts and codes of a month, typed or pasted, saved together. */
export const GridOfMonth = ({ rows, currency }: { rows: readonly SeriesGridRow[]; currency: string }) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const grid = useSeriesGrid(rows);
  const lines = useLines(rows, grid);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [sendEmail, setSendEmail] = useState(true);
  const [fill] = useFillSeriesGridMutation();
  const save = useSave<FilledGrid>();
  const guard = useUnsavedGuard(grid.items.length > 0);
  const wrongCustomer = [...grid.results.values()].some(({ errors }) =>
    errors.some(({ code }) => code === 'wrong-customer'),
  );
  const submit = (confirmed: 'wrong-customer'[] = []) =>
    void save.run(
      () => fill({ items: grid.items.slice(0, 500), sendEmail, confirmed }).unwrap(),
      ({ done, results }) => {
        setPasted(null);
        grid.saved(results);
        const all = done === results.length;
        toggleNotification({
          type: all ? 'success' : 'warning',
          message: t(all ? 'grid.saved' : 'grid.savedSome', { count: done, all: results.length }),
        });
      },
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={6}>
      {save.failure && <ProblemsAlert failure={save.failure} currency={currency} onClose={save.dismiss} />}
      {pasted && <PastedNote pasted={pasted} onClose={() => setPasted(null)} />}
      <Typography variant="pi" textColor="neutral600">
        {t('grid.hint')}
      </Typography>
      <SheetGrid
        label={t('series.grid')}
        lines={lines}
        middle={t('column.payment')}
        end={t('column.state')}
        onType={grid.type}
        onPaste={(next) => {
          setPasted(next);
          grid.paste(next);
        }}
      />
      <FootBar
        label={t('action.save')}
        buttons={
          <Button loading={save.busy} disabled={grid.items.length === 0} onClick={() => submit()}>
            {t('grid.save', { count: grid.items.length })}
          </Button>
        }
      >
        <CheckField name="sendEmail" label={t('field.sendEmail')} checked={sendEmail} onChange={setSendEmail} />
      </FootBar>
      <ConfirmWarnings
        warnings={wrongCustomer ? [{ code: 'wrong-customer', message: '' }] : []}
        busy={save.busy}
        onConfirm={() => submit(['wrong-customer'])}
        onCancel={() => grid.saved([])}
      />
      {guard.dialog}
    </Flex>
  );
};
