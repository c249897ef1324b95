import { useState } from 'react';
import { Box, Flex, Grid, IconButton, Typography } from '@strapi/design-system';
import { More, Trash } from '@strapi/icons';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { ManualRowDraft } from '../../plan/draft';
import type { FieldProblem } from '../../services/failure';
import { AmountField } from '../fields/AmountField';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';

interface ManualRowProps {
  row: ManualRowDraft;
  number: number;
  currency: string;
  problem: (field: string) => FieldProblem | undefined;
  onChange: (change: Partial<ManualRowDraft>) => void;
  onRemove: () => void;
  /** Enter: the next row, or a new one after the last. */
  onEnter: () => void;
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
  amountRef,
}: ManualRowProps) => {
  const t = useT();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const codeProblem = problem('paymentCode');
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onEnter();
  };

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
          />
          <DayField
            name={`instalments.${number}.date`}
            label={t('row.date', { number })}
            hideLabel
            value={row.date}
            problem={problem('date')}
            onChange={(date) => onChange({ date })}
            onKeyDown={onKeyDown}
          />
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
      {(open || codeProblem) && (
        <Box paddingTop={3} paddingBottom={2} paddingLeft={8}>
          <Grid.Root gap={4} gridCols={12}>
            <Cell col={6}>
              <TextField
                name={`instalments.${number}.paymentCode`}
                label={t('row.code')}
                value={row.paymentCode}
                error={codeProblem && problemText(codeProblem, currency)}
                onChange={(paymentCode) => onChange({ paymentCode })}
              />
            </Cell>
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
