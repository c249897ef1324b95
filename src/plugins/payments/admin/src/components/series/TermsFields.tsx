import { Grid } from '@strapi/design-system';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { FieldProblem } from '../../services/failure';
import { ConventionField } from '../create/ConventionField';
import { AmountField } from '../fields/AmountField';
import { CodeField } from '../fields/CodeField';
import type { InstitutionChoice } from '../fields/InstitutionField';
import { SelectField } from '../fields/SelectField';
import { TextField } from '../fields/TextField';
import { Cell } from '../shared/Cell';
import { RULES } from './draft';
import type { SeriesPeriod, TermsDraft } from './draft';

interface TermsFieldsProps {
  draft: TermsDraft;
  onChange: (change: Partial<TermsDraft>) => void;
  period: SeriesPeriod;
  currency: string;
  institution: InstitutionChoice | null;
  problem: (path: string) => FieldProblem | undefined;
}

/** On which day of its period it falls, the usual amount and the code; each may follow. */
export const TermsFields = ({ draft, onChange, period, currency, institution, problem }: TermsFieldsProps) => {
  const t = useT();
  const office = useOffice();
  const problemText = useProblemText();
  const ofWeeks = period === 'weekly' || period === 'biweekly';
  const dayProblem = problem('day');
  return (
    <>
      <Grid.Root gap={4} gridCols={12}>
        {!ofWeeks && (
          <Cell col={draft.rule === 'day-of-month' ? 4 : 6}>
            <SelectField
              name="rule"
              label={t('series.rule')}
              value={draft.rule}
              onChange={(rule) => onChange({ rule })}
              options={RULES.map((rule) => ({ value: rule, label: t(`series.rule.${rule}`) }))}
            />
          </Cell>
        )}
        {!ofWeeks && draft.rule === 'day-of-month' && (
          <Cell col={2}>
            <TextField
              name="day"
              label={t('series.day')}
              required
              inputMode="numeric"
              value={draft.day}
              error={dayProblem && problemText(dayProblem, currency)}
              onChange={(day) => onChange({ day })}
            />
          </Cell>
        )}
        {(ofWeeks || draft.rule !== 'month-end') && (
          <Cell col={6}>
            <ConventionField
              value={draft.convention}
              fallback={institution?.convention ?? office.convention}
              onChange={(convention) => onChange({ convention })}
            />
          </Cell>
        )}
        <Cell col={6}>
          <AmountField
            name="amount"
            label={t('series.amount')}
            hint={t('series.amount.hint')}
            currency={currency}
            value={draft.amount}
            problem={problem('amount')}
            onChange={(amount) => onChange({ amount })}
          />
        </Cell>
      </Grid.Root>
      <CodeField
        value={draft.code}
        scheme={draft.scheme}
        institutionScheme={institution?.codeScheme}
        problem={problem('paymentCode')}
        onChange={(code, scheme) => onChange({ code, scheme })}
      />
    </>
  );
};
