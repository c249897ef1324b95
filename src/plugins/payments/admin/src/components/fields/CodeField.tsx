import { useState } from 'react';
import { Field, Grid, TextInput } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { checkPaymentCode, SCHEME_IDS, schemeOfTyped } from '../../../../domain/payment-code';
import type { SchemeId } from '../../../../domain/payment-code';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { FieldProblem } from '../../services/failure';
import { SelectField } from './SelectField';

interface CodeFieldProps {
  value: string;
  /** Empty: the institution's kind of code, else the one that fits. */
  scheme: SchemeId | '';
  /** The kind of code that the chosen institution issues. */
  institutionScheme?: SchemeId;
  onChange: (value: string, scheme: SchemeId | '') => void;
  problem?: FieldProblem;
  disabled?: boolean;
  /** The kind of code under the code, where two do not fit beside each other. */
  stacked?: boolean;
}

/** The scheme that a typed code is checked by: the one that staff chose, else the one that fits. */
export const schemeFor = (value: string, scheme: SchemeId | '', institutionScheme?: SchemeId): SchemeId =>
  scheme || schemeOfTyped(value, institutionScheme);

/** A payment code: checked while it is typed, tidied when the field is left. */
export const CodeField = ({
  value,
  scheme,
  institutionScheme,
  onChange,
  problem,
  disabled,
  stacked,
}: CodeFieldProps) => {
  const t = useT();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const [typing, setTyping] = useState(false);
  const effective = schemeFor(value, scheme, institutionScheme);
  const read = value.trim() === '' ? undefined : checkPaymentCode(value, effective);
  const flaw = read && !read.ok && !typing ? read.problems[0] : undefined;
  const shown = flaw ? { ...flaw, params: { ...flaw.params } } : problem;

  return (
    <Grid.Root gap={4} gridCols={12}>
      <Grid.Item col={stacked ? 12 : 8} s={12} xs={12} direction="column" alignItems="stretch">
        <Field.Root
          name="paymentCode"
          error={shown && problemText(shown, currency)}
          hint={read?.ok ? t('field.code.valid', { scheme: t(`scheme.${effective}`) }) : t('field.code.hint')}
          width="100%"
        >
          <Field.Label>{t('field.code')}</Field.Label>
          <TextInput
            value={value}
            disabled={disabled}
            autoComplete="off"
            spellCheck={false}
            onFocus={() => setTyping(true)}
            onBlur={() => {
              setTyping(false);
              if (read?.ok && read.value.display !== value) onChange(read.value.display, scheme);
            }}
            onChange={(event) => onChange(event.target.value, scheme)}
            endAction={read?.ok && <CheckCircle aria-hidden fill="success600" />}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </Grid.Item>
      <Grid.Item col={stacked ? 12 : 4} s={12} xs={12} direction="column" alignItems="stretch">
        <SelectField
          label={t('field.scheme')}
          name="scheme"
          value={scheme}
          disabled={disabled}
          onChange={(chosen) => onChange(value, chosen)}
          options={[
            { value: '', label: t('field.scheme.automatic') },
            ...SCHEME_IDS.map((id) => ({ value: id, label: t(`scheme.${id}`) })),
          ]}
        />
      </Grid.Item>
    </Grid.Root>
  );
};
