import { useT } from '../../intl/useT';
import { TextAreaField, TextField } from './TextField';

interface WhatFieldProps {
  value: string;
  error?: string;
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** What is owed, in the words that stand everywhere. */
export const TitleField = (props: WhatFieldProps) => {
  const t = useT();
  return <TextField name="title" label={t('field.title')} required maxLength={200} {...props} />;
};

/** What the customer reads beside it. */
export const DescriptionField = (props: WhatFieldProps) => {
  const t = useT();
  return (
    <TextAreaField name="description" label={t('field.description')} hint={t('field.description.hint')} {...props} />
  );
};
