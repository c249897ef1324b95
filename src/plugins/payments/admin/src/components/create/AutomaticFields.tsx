import { Grid } from '@strapi/design-system';
import { lastDayOfMonth } from '../../../../domain/day';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { PERIODS } from '../../plan/draft';
import type { PlanDraft } from '../../plan/draft';
import { typedInto } from '../../plan/propose';
import { AmountField } from '../fields/AmountField';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { ConventionField } from './ConventionField';
import type { PlanForm } from './planForm';

/** Only a plan of months that begins on a month's last day can be held to the last days: 30 June, 31 July. */
const mayKeepMonthEnd = ({ plan, reader }: PlanForm): boolean => {
  const first = reader.day(plan.firstDate);
  const ofMonths = plan.period !== 'weekly' && plan.period !== 'biweekly' && plan.period !== 'month-end';
  return ofMonths && first.ok && first.value === lastDayOfMonth(first.value);
};

/** Date of the first instalment, amount, number, repayment period and convention. */
export const AutomaticFields = ({ form }: { form: PlanForm }) => {
  const t = useT();
  const problemText = useProblemText();
  const { plan, changePlan, reader } = form;
  const change = (next: Partial<PlanDraft>) => changePlan((before) => ({ ...before, ...next }));
  const countProblem = form.planProblem('count');

  return (
    <>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={4}>
          <AmountField
            name="amount"
            label={t('field.instalmentAmount')}
            required
            currency={plan.currency}
            value={plan.amount}
            problem={form.planProblem('amount')}
            hint={plan.proposed === 'amount' ? t('plan.proposed') : undefined}
            onChange={(amount) => changePlan((before) => typedInto(before, 'amount', amount, reader))}
          />
        </Cell>
        <Cell col={4}>
          <TextField
            name="count"
            label={t('field.count')}
            required
            inputMode="numeric"
            value={plan.count}
            error={countProblem && problemText(countProblem, plan.currency)}
            hint={plan.proposed === 'count' ? t('plan.proposed') : undefined}
            onChange={(count) => changePlan((before) => typedInto(before, 'count', count, reader))}
          />
        </Cell>
        <Cell col={4}>
          <SelectField
            name="period"
            label={t('field.period')}
            value={plan.period}
            onChange={(period) => change({ period })}
            options={PERIODS.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          />
        </Cell>
        <Cell col={5}>
          <DayField
            name="firstDate"
            label={t('field.firstDate')}
            required
            value={plan.firstDate}
            problem={form.planProblem('firstDate')}
            onChange={(firstDate) => change({ firstDate })}
          />
        </Cell>
        {plan.period !== 'month-end' && (
          <Cell col={7}>
            <ConventionField
              value={plan.convention}
              fallback={form.fallbackConvention}
              onChange={(convention) => change({ convention })}
            />
          </Cell>
        )}
      </Grid.Root>
      {mayKeepMonthEnd(form) && (
        <CheckField
          name="endOfMonth"
          label={t('field.endOfMonth')}
          checked={plan.endOfMonth}
          onChange={(endOfMonth) => change({ endOfMonth })}
        />
      )}
    </>
  );
};
