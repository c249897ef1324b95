import { useState } from 'react';
import { CheckCircle } from '@strapi/icons';
import { displayIban, parseBic, parseIban } from '../../../../domain/iban';
import type { Result } from '../../../../domain/problem';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import type { FieldProblem } from '../../services/failure';
import { TextField } from './TextField';

interface AccountFieldProps {
  kind: 'iban' | 'bic';
  label: string;
  /** As typed. */
  value: string;
  onChange: (value: string) => void;
  problem?: FieldProblem;
  hint?: string;
  required?: boolean;
}

const readers: Record<
  AccountFieldProps['kind'],
  { read: (typed: string) => Result<string>; write: (value: string) => string }
> = {
  iban: { read: parseIban, write: displayIban },
  bic: { read: parseBic, write: (value) => value },
};

/** An IBAN or a BIC: checked while it is typed, said when it is left, and written as banks write it. */
export const AccountField = ({ kind, label, value, onChange, problem, hint, required }: AccountFieldProps) => {
  const { currency } = useOffice();
  const problemText = useProblemText();
  const [typing, setTyping] = useState(false);
  const { read: reader, write } = readers[kind];
  const read = value.trim() === '' ? undefined : reader(value);
  const flaw = read && !read.ok && !typing ? read.problems[0] : undefined;
  const shown = flaw ? { ...flaw, params: { ...flaw.params } } : problem;

  return (
    <TextField
      name={kind}
      label={label}
      value={value}
      error={shown && problemText(shown, currency)}
      hint={hint}
      required={required}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        if (read?.ok) onChange(write(read.value));
      }}
      onChange={onChange}
      endAction={read?.ok && <CheckCircle aria-hidden fill="success600" />}
    />
  );
};
