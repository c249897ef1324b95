import { Grid } from '@strapi/design-system';
import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';
import { DayField } from '../fields/DayField';
import { Cell } from '../shared/Cell';
import { ConventionField } from './ConventionField';
import type { PlanForm } from './planForm';

/** One date. */
export const SingleFields = ({ form }: { form: PlanForm }) => {
  const t = useT();
  const { plan, changePlan } = form;
  return (
    <>
      <Grid.Root gap={4} gridCols={12}>
        <Cell col={5}>
          <DayField
            name="date"
            label={t('field.date')}
            required
            value={plan.date}
            problem={form.planProblem('date')}
            onChange={(date) => changePlan((before) => ({ ...before, date }))}
          />
        </Cell>
        <Cell col={7}>
          <ConventionField
            value={plan.convention}
            fallback={form.fallbackConvention}
            disabled={plan.pinned}
            onChange={(convention) => changePlan((before) => ({ ...before, convention }))}
          />
        </Cell>
      </Grid.Root>
      <CheckField
        name="pinned"
        label={t('field.pinned')}
        checked={plan.pinned}
        onChange={(pinned) => changePlan((before) => ({ ...before, pinned }))}
      />
    </>
  );
};
