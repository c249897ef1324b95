import { Field, Textarea, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface TextFieldProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  maxLength?: number;
  type?: 'text' | 'email' | 'tel' | 'url';
  inputMode?: 'text' | 'numeric';
  onFocus?: () => void;
  onBlur?: () => void;
  onKeyDown?: React.KeyboardEventHandler<HTMLInputElement>;
  onPaste?: React.ClipboardEventHandler<HTMLInputElement>;
  /** Inside a grid the column's header is the label to see. */
  hideLabel?: boolean;
  endAction?: ReactNode;
  labelAction?: ReactNode;
}

/** One line of text with its label, hint and error. */
export const TextField = ({
  label,
  name,
  value,
  onChange,
  error,
  hint,
  required,
  hideLabel,
  labelAction,
  ...input
}: TextFieldProps) => (
  <Field.Root name={name} error={error} hint={hint} required={required} width="100%">
    {!hideLabel && <Field.Label action={labelAction}>{label}</Field.Label>}
    <TextInput
      {...input}
      aria-label={hideLabel ? label : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

type TextAreaFieldProps = Pick<TextFieldProps, 'label' | 'name' | 'value' | 'onChange' | 'error' | 'hint' | 'disabled'>;

/** Text of several lines. */
export const TextAreaField = ({ label, name, value, onChange, error, hint, disabled }: TextAreaFieldProps) => (
  <Field.Root name={name} error={error} hint={hint} width="100%">
    <Field.Label>{label}</Field.Label>
    <Textarea value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
