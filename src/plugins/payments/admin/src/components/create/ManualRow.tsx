import { useState } from 'react';
import { Box, Flex, Grid, IconButton, Typography } from '@strapi/design-system';
import { More, Trash } from '@strapi/icons';
import type { SchemeId } from '../../../../domain/payment-code';
import { useT } from '../../intl/useT';
import type { ManualRowDraft } from '../../plan/draft';
import { cellsOf } from '../../plan/paste';
import type { PastedField } from '../../plan/paste';
import type { FieldProblem } from '../../services/failure';
import { AmountField } from '../fields/AmountField';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { RowCodeField } from './RowCodeField';

interface ManualRowProps {
  row: ManualRowDraft;
  number: number;
  currency: string;
  scheme: SchemeId;
  /** The institution issues a code for each instalment: it stands beside the date instead of behind the button. */
  codeInView: boolean;
  problem: (field: string) => FieldProblem | undefined;
  onChange: (change: Partial<ManualRowDraft>) => void;
  onRemove: () => void;
  /** Enter: the next row, or a new one after the last. */
  onEnter: () => void;
  /** Cells of a sheet were pasted into this field. */
  onPaste: (field: PastedField, cells: string[][]) => void;
  amountRef: React.Ref<HTMLInputElement>;
}

/** One instalment of a manual plan: amount and date in view, its own code, note and pinned date behind a button. */
export const ManualRow = ({
  row,
  number,
  currency,
  problem,
  onChange,
  onRemove,
  onEnter,
  ...props
}: ManualRowProps) => {
  const { scheme, codeInView, onPaste, amountRef } = props;
  const t = useT();
  const [open, setOpen] = useState(false);
  const codeProblem = problem('paymentCode');
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onEnter();
  };
  const pasting = (field: PastedField) => (event: React.ClipboardEvent) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    onPaste(field, cells);
  };
  const code = (
    <RowCodeField
      name={`instalments.${number}.paymentCode`}
      label={codeInView ? t('row.code.of', { number }) : t('row.code')}
      hideLabel={codeInView}
      value={row.paymentCode}
      scheme={scheme}
      currency={currency}
      problem={codeProblem}
      onChange={(paymentCode) => onChange({ paymentCode })}
      onKeyDown={onKeyDown}
      onPaste={pasting('paymentCode')}
    />
  );

  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} borderStyle="solid" borderWidth="0 0 1px 0" borderColor="neutral150">
      <Flex gap={2} alignItems="flex-start">
        <Box width="2.4rem" shrink={0} paddingTop={3}>
          <Typography textColor="neutral600">{number}</Typography>
        </Box>
        <Flex flex="1" minWidth={0} gap={2} alignItems="flex-start" direction={{ initial: 'column', medium: 'row' }}>
          <AmountField
            name={`instalments.${number}.amount`}
            label={t('row.amount', { number })}
            hideLabel
            inputRef={amountRef}
            currency={currency}
            value={row.amount}
            problem={problem('amount')}
            onChange={(amount) => onChange({ amount })}
            onKeyDown={onKeyDown}
            onPaste={pasting('amount')}
          />
          <DayField
            name={`instalments.${number}.date`}
            label={t('row.date', { number })}
            hideLabel
            value={row.date}
            problem={problem('date')}
            onChange={(date) => onChange({ date })}
            onKeyDown={onKeyDown}
            onPaste={pasting('date')}
          />
          {codeInView && code}
        </Flex>
        <Flex gap={1} paddingTop={1} shrink={0}>
          <IconButton
            label={t('row.more', { number })}
            variant="ghost"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <More />
          </IconButton>
          <IconButton label={t('row.remove', { number })} variant="ghost" onClick={onRemove}>
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      {(open || (codeProblem && !codeInView)) && (
        <Box paddingTop={3} paddingBottom={2} paddingLeft={8}>
          <Grid.Root gap={4} gridCols={12}>
            {!codeInView && <Cell col={6}>{code}</Cell>}
            <Cell col={6}>
              <TextField
                name={`instalments.${number}.note`}
                label={t('row.note')}
                value={row.note}
                onChange={(note) => onChange({ note })}
              />
            </Cell>
          </Grid.Root>
          <Box paddingTop={3}>
            <CheckField
              name={`instalments.${number}.pinned`}
              label={t('field.pinned')}
              checked={row.pinned}
              onChange={(pinned) => onChange({ pinned })}
            />
          </Box>
        </Box>
      )}
    </Box>
  );
};
