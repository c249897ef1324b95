import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckField } from './CheckField';

interface ChecksFieldProps<Value extends string | number> {
  label: string;
  name: string;
  values: readonly Value[];
  options: ReadonlyArray<{ value: Value; label: string }>;
  /** In the order of the options. */
  onChange: (values: Value[]) => void;
  error?: string;
  hint?: string;
}

/** Any of a few. */
export const ChecksField = <Value extends string | number>(props: ChecksFieldProps<Value>) => {
  const { label, name, values, options, onChange, error, hint } = props;
  const toggle = (value: Value, checked: boolean) =>
    onChange(
      options.map((option) => option.value).filter((each) => (each === value ? checked : values.includes(each))),
    );
  return (
    <Box tag="fieldset" padding={0} borderStyle="none" minWidth={0} aria-describedby={`${name}-note`}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800" padding={0}>
        {label}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={2} paddingBottom={2}>
        {options.map(({ value, label: text }) => (
          <CheckField
            key={value}
            name={`${name}.${value}`}
            label={text}
            checked={values.includes(value)}
            onChange={(checked) => toggle(value, checked)}
          />
        ))}
      </Flex>
      <Box id={`${name}-note`}>
        {(error ?? hint) && (
          <Typography variant="pi" textColor={error ? 'danger600' : 'neutral600'} role={error ? 'alert' : undefined}>
            {error ?? hint}
          </Typography>
        )}
      </Box>
    </Box>
  );
};
