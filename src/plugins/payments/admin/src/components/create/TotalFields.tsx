import { Flex, Grid } from '@strapi/design-system';
import { CURRENCIES } from '../../../../domain/currencies';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { typedInto } from '../../plan/propose';
import { AmountField } from '../fields/AmountField';
import { CheckField } from '../fields/CheckField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import type { PlanForm } from './planForm';

/** The total, its currency, which stays as it is once the payment exists, and *already paid: the first n*. */
export const TotalFields = ({ form }: { form: PlanForm }) => {
  const t = useT();
  const problemText = useProblemText();
  const { plan, changePlan, reader } = form;
  const paidProblem = form.planProblem('alreadyPaid');
  return (
    <Grid.Root gap={4} gridCols={12}>
      <Cell col={5} narrow={7}>
        <AmountField
          name="total"
          label={t('field.total')}
          required
          currency={plan.currency}
          value={plan.total}
          problem={form.planProblem('total')}
          onChange={(total) => changePlan((before) => typedInto(before, 'total', total, reader))}
        />
      </Cell>
      <Cell col={3} narrow={5}>
        <SelectField
          name="currency"
          label={t('field.currency')}
          value={plan.currency}
          options={CURRENCIES.map((currency) => ({ value: currency as string, label: currency }))}
          onChange={(currency) => changePlan((before) => ({ ...before, currency }))}
        />
      </Cell>
      <Cell col={4}>
        {plan.kind === 'single' ? (
          <Flex height="100%" alignItems="flex-end" paddingBottom={3}>
            <CheckField
              name="alreadyPaid"
              label={t('field.alreadyPaid.single')}
              checked={!['', '0'].includes(plan.alreadyPaid.trim())}
              onChange={(paid) => changePlan((before) => ({ ...before, alreadyPaid: paid ? '1' : '' }))}
            />
          </Flex>
        ) : (
          <TextField
            name="alreadyPaid"
            label={t('field.alreadyPaid')}
            hint={t('field.alreadyPaid.hint')}
            inputMode="numeric"
            value={plan.alreadyPaid}
            error={paidProblem && problemText(paidProblem, plan.currency)}
            onChange={(alreadyPaid) => changePlan((before) => ({ ...before, alreadyPaid }))}
          />
        )}
      </Cell>
    </Grid.Root>
  );
};
