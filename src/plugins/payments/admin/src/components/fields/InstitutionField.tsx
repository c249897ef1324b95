import { useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import type { InstitutionValue } from '../../../../contracts/institution';
import { useT } from '../../intl/useT';
import { useListInstitutionsQuery } from '../../services/institutions';
import { SearchField } from './SearchField';

/** What the form needs of an institution; of one that was only named by a payment the rest is not known. */
export type InstitutionChoice = Pick<InstitutionValue, 'documentId' | 'name'> &
  Partial<Pick<InstitutionValue, 'codeScheme' | 'codeScope' | 'singleUseCodes' | 'convention'>>;

interface InstitutionFieldProps {
  value: InstitutionChoice | null;
  onChange: (institution: InstitutionChoice | null) => void;
  error?: string;
  disabled?: boolean;
}

/** Whom the customer owes: chosen by name, may be left open. */
export const InstitutionField = (field: InstitutionFieldProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const q = useDebounce(text, 200).trim().slice(0, 100);
  const { data, isFetching } = useListInstitutionsQuery({ q: q || undefined, pageSize: 50 });

  return (
    <SearchField<InstitutionChoice>
      {...field}
      label={t('field.institution')}
      name="institution"
      found={data?.data ?? []}
      searched={q}
      loading={isFetching}
      onSearch={setText}
      labelOf={({ name }) => name}
      placeholder={t('field.institution.placeholder')}
      noneFound={t('field.institution.none')}
    />
  );
};
