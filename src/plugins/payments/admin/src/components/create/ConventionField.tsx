import { useT } from '../../intl/useT';
import { CONVENTIONS } from '../../plan/draft';
import type { Convention } from '../../plan/draft';
import { SelectField } from '../fields/SelectField';

interface ConventionFieldProps {
  value: Convention | '';
  /** What holds when none is chosen: the institution's, else the office's. */
  fallback: Convention;
  onChange: (convention: Convention | '') => void;
  disabled?: boolean;
}

/** How a date that falls on a closed day moves. */
export const ConventionField = ({ value, fallback, onChange, disabled }: ConventionFieldProps) => {
  const t = useT();
  return (
    <SelectField
      name="convention"
      label={t('field.convention')}
      value={value}
      disabled={disabled}
      onChange={onChange}
      options={[
        { value: '', label: t('field.convention.default', { convention: t(`convention.${fallback}`) }) },
        ...CONVENTIONS.map((convention) => ({ value: convention, label: t(`convention.${convention}`) })),
      ]}
    />
  );
};
