import { Checkbox } from '@strapi/design-system';

interface CheckFieldProps {
  label: string;
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export const CheckField = ({ label, name, checked, onChange, disabled }: CheckFieldProps) => (
  <Checkbox name={name} checked={checked} disabled={disabled} onCheckedChange={(next) => onChange(next === true)}>
    {label}
  </Checkbox>
);
