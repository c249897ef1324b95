import { useEffect, useRef } from 'react';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIsMobile } from '@strapi/strapi/admin';
import { toDecimal } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { PERIODS } from '../../plan/draft';
import { pasteCells } from '../../plan/paste';
import { addRow, changeRow, removeRow } from '../../plan/rows';
import { SelectField } from '../fields/SelectField';
import { Cell } from '../shared/Cell';
import { ManualRow } from './ManualRow';
import type { CreateForm } from './useCreateForm';

/** What the columns of the rows are; each field names itself to those who listen. */
const ColumnNames = ({ codeInView }: { codeInView: boolean }) => {
  const t = useT();
  if (useIsMobile()) return null;
  return (
    <Flex gap={2} paddingLeft="3.2rem" paddingRight="7.6rem" aria-hidden>
      {(['field.amount', 'field.date', ...(codeInView ? (['row.code'] as const) : [])] as const).map((name) => (
        <Box key={name} flex="1">
          <Typography variant="pi" fontWeight="bold">
            {t(name)}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
};

/** Instalments typed one by one: Enter in the last row, or (+), adds the next; the balance is always in view. */
export const ManualRows = ({ form }: { form: CreateForm }) => {
  const t = useT();
  const format = useFormat();
  const { plan, changePlan, reader, left } = form;
  const amounts = useRef(new Map<number, HTMLInputElement>());
  const focusNext = useRef(false);

  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    amounts.current.get(plan.rows[plan.rows.length - 1]?.key ?? 0)?.focus();
  }, [plan.rows]);

  const add = () => {
    focusNext.current = true;
    changePlan((before) => addRow(before, reader));
  };
  const enter = (index: number) => {
    const next = plan.rows[index + 1];
    if (next) amounts.current.get(next.key)?.focus();
    else add();
  };

  return (
    <>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={6}>
          <SelectField
            name="period"
            label={t('field.period')}
            value={plan.period}
            onChange={(period) => changePlan((before) => ({ ...before, period }))}
            options={PERIODS.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          />
        </Cell>
      </Grid.Root>
      <Box>
        <ColumnNames codeInView={form.codePerInstalment} />
        <Box tag="ol" aria-label={t('plan.rows')}>
          {plan.rows.map((row, index) => (
            <ManualRow
              key={row.key}
              row={row}
              number={index + 1}
              currency={plan.currency}
              scheme={form.rowScheme}
              codeInView={form.codePerInstalment}
              problem={(field) => form.planProblem(`instalments.${index}.${field}`)}
              onChange={(change) => changePlan((before) => changeRow(before, row.key, change))}
              onRemove={() => changePlan((before) => removeRow(before, row.key))}
              onEnter={() => enter(index)}
              onPaste={(field, cells) => changePlan((before) => pasteCells(before, row.key, field, cells, reader))}
              amountRef={(input) => {
                if (input) amounts.current.set(row.key, input);
                else amounts.current.delete(row.key);
              }}
            />
          ))}
        </Box>
      </Box>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Button variant="secondary" startIcon={<Plus />} onClick={add}>
          {t('row.add')}
        </Button>
        {left !== null && (
          <Typography role="status" fontWeight="semiBold" textColor={left === 0 ? 'success600' : 'danger600'}>
            {t('plan.left', {
              amount: format.money({ value: toDecimal(left, plan.currency as CurrencyCode), currency: plan.currency }),
            })}
          </Typography>
        )}
      </Flex>
    </>
  );
};
