import { useState } from 'react';
import { checkPaymentCode } from '../../../../domain/payment-code';
import type { SchemeId } from '../../../../domain/payment-code';
import { useProblemText } from '../../intl/useProblemText';
import type { FieldProblem } from '../../services/failure';
import { TextField } from '../fields/TextField';

interface RowCodeFieldProps {
  label: string;
  name: string;
  value: string;
  scheme: SchemeId;
  currency: string;
  problem: FieldProblem | undefined;
  hideLabel?: boolean;
  onChange: (value: string) => void;
  onKeyDown?: React.KeyboardEventHandler<HTMLInputElement>;
  onPaste?: React.ClipboardEventHandler<HTMLInputElement>;
}

/** An instalment's own code: judged once the field is left, and then written in its groups. */
export const RowCodeField = ({ value, scheme, currency, problem, onChange, ...field }: RowCodeFieldProps) => {
  const problemText = useProblemText();
  const [typing, setTyping] = useState(false);
  const leave = () => {
    setTyping(false);
    const read = value.trim() === '' ? undefined : checkPaymentCode(value, scheme);
    if (read?.ok && read.value.display !== value) onChange(read.value.display);
  };
  return (
    <TextField
      {...field}
      value={value}
      error={problem && !typing ? problemText(problem, currency) : undefined}
      onFocus={() => setTyping(true)}
      onBlur={leave}
      onChange={onChange}
    />
  );
};
