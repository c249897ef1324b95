import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { FieldProblem } from '../../services/failure';
import { TextField } from './TextField';

interface LostAfterFieldProps {
  value: string;
  onChange: (value: string) => void;
  problem?: FieldProblem;
  currency: string;
  disabled?: boolean;
}

/** How many missed instalments lose an arrangement; empty where none does. */
export const LostAfterField = ({ value, onChange, problem, currency, disabled }: LostAfterFieldProps) => {
  const t = useT();
  const problemText = useProblemText();
  return (
    <TextField
      name="lostAfter"
      label={t('field.lostAfter')}
      hint={t('field.lostAfter.hint')}
      inputMode="numeric"
      maxLength={3}
      disabled={disabled}
      value={value}
      error={problem && problemText(problem, currency)}
      onChange={onChange}
    />
  );
};
