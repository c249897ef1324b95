import { useState } from 'react';
import { Field, TextInput, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useReader } from '../../hooks/useReader';
import { useProblemText } from '../../intl/useProblemText';
import type { FieldProblem } from '../../services/failure';

interface AmountFieldProps {
  label: string;
  name: string;
  /** As typed. */
  value: string;
  onChange: (value: string) => void;
  currency: string;
  problem?: FieldProblem;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  /** Inside a grid the column's header is the label to see. */
  hideLabel?: boolean;
  onKeyDown?: React.KeyboardEventHandler<HTMLInputElement>;
  onPaste?: React.ClipboardEventHandler<HTMLInputElement>;
  inputRef?: React.Ref<HTMLInputElement>;
}

/** Amounts stand under each other by their decimals. */
const Figures = styled(Field.Root)`
  input {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
`;

/** An amount as the office's locale writes it, echoed in full when the field is left; what is ambiguous is refused. */
export const AmountField = (props: AmountFieldProps) => {
  const {
    label,
    name,
    value,
    onChange,
    currency,
    problem,
    hint,
    required,
    disabled,
    hideLabel,
    onKeyDown,
    onPaste,
    inputRef,
  } = props;
  const reader = useReader();
  const problemText = useProblemText();
  const [typing, setTyping] = useState(false);
  const read = value.trim() === '' ? undefined : reader.amount(value, currency);
  const unreadable = read && !read.ok && !typing ? read.problems[0] : undefined;
  const shown = unreadable ? { ...unreadable, params: { ...unreadable.params } } : problem;

  const leave = () => {
    setTyping(false);
    const echo = read?.ok ? reader.writeAmount(read.value, currency) : value;
    if (echo !== value) onChange(echo);
  };

  return (
    <Figures name={name} error={shown && problemText(shown, currency)} hint={hint} required={required} width="100%">
      {!hideLabel && <Field.Label>{label}</Field.Label>}
      <TextInput
        ref={inputRef}
        aria-label={hideLabel ? label : undefined}
        value={value}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        onFocus={() => setTyping(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onChange={(event) => onChange(event.target.value)}
        endAction={
          <Typography variant="pi" textColor="neutral600">
            {currency}
          </Typography>
        }
      />
      <Field.Hint />
      <Field.Error />
    </Figures>
  );
};
