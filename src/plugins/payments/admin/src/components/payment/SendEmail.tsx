import { useT } from '../../intl/useT';
import { CheckField } from '../fields/CheckField';

interface SendEmailProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Stands on every save bar: whether the contacts are told. */
export const SendEmail = ({ checked, onChange }: SendEmailProps) => {
  const t = useT();
  return <CheckField name="sendEmail" label={t('field.sendEmail')} checked={checked} onChange={onChange} />;
};
