import { styled } from 'styled-components';
import { useT } from '../../intl/useT';
import { TextAreaField } from '../fields/TextField';

interface StaffCommentsProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
  disabled?: boolean;
}

const Tinted = styled.div`
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.warning100};
  border: 1px solid ${({ theme }) => theme.colors.warning200};
  border-left: 4px solid ${({ theme }) => theme.colors.warning500};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** Manager comments, tinted so that nobody takes them for what the customer reads. */
export const StaffComments = (props: StaffCommentsProps) => {
  const t = useT();
  return (
    <Tinted>
      <TextAreaField
        {...props}
        name="managerComments"
        label={t('field.managerComments')}
        hint={t('field.managerComments.hint')}
      />
    </Tinted>
  );
};
