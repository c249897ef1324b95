import { useRef, useState } from 'react';
import { Box, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { isDay } from '../../../../domain/day';
import { useOffice } from '../../hooks/useOffice';
import { useReader } from '../../hooks/useReader';
import { formatWeekday } from '../../intl/format';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { FieldProblem } from '../../services/failure';

interface DayFieldProps {
  label: string;
  name: string;
  /** As typed. */
  value: string;
  onChange: (value: string) => void;
  problem?: FieldProblem;
  hint?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
  hideLabel?: boolean;
  onKeyDown?: React.KeyboardEventHandler<HTMLInputElement>;
  onPaste?: React.ClipboardEventHandler<HTMLInputElement>;
}

/** The browser's own picker: opened by the button, never seen itself, and out of the tab order. */
const Picker = styled.input`
  position: absolute;
  inset: auto 0 0 auto;
  width: 0;
  height: 100%;
  border: 0;
  padding: 0;
  opacity: 0;
  pointer-events: none;
`;

/** A date as the office's locale writes it, echoed in full with its weekday when the field is left. */
export const DayField = (props: DayFieldProps) => {
  const { label, name, value, onChange, problem, hint, required, disabled, hideLabel, onKeyDown, onPaste } = props;
  const t = useT();
  const { locale: language } = useIntl();
  const { currency } = useOffice();
  const reader = useReader();
  const problemText = useProblemText();
  const picker = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState(false);
  const read = value.trim() === '' ? undefined : reader.day(value);
  const unreadable = read && !read.ok && !typing ? read.problems[0] : undefined;
  const shown = unreadable ? { ...unreadable, params: { ...unreadable.params } } : problem;

  const leave = () => {
    setTyping(false);
    const echo = read?.ok ? reader.writeDay(read.value) : value;
    if (echo !== value) onChange(echo);
  };

  return (
    <Field.Root name={name} error={shown && problemText(shown, currency)} hint={hint} required={required} width="100%">
      {!hideLabel && <Field.Label>{label}</Field.Label>}
      <Box position="relative">
        <TextInput
          aria-label={hideLabel ? label : undefined}
          value={value}
          disabled={disabled}
          autoComplete="off"
          onFocus={() => setTyping(true)}
          onBlur={leave}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onChange={(event) => onChange(event.target.value)}
          endAction={
            <Flex gap={1}>
              <Typography variant="pi" textColor="neutral600">
                {read?.ok ? formatWeekday(language, read.value) : ''}
              </Typography>
              <IconButton
                label={t('field.day.pick', { label })}
                variant="ghost"
                size="XS"
                // a date is typed from the keyboard; the picker is the mouse's way
                tabIndex={-1}
                disabled={disabled}
                onClick={() => picker.current?.showPicker()}
              >
                <Calendar />
              </IconButton>
            </Flex>
          }
        />
        <Picker
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={read?.ok ? read.value : ''}
          onChange={({ target }) => isDay(target.value) && onChange(reader.writeDay(target.value))}
        />
      </Box>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
