import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useAllowed } from '../../hooks/useAllowed';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { CustomerDialog } from '../directory/CustomerDialog';
import { CheckField } from '../fields/CheckField';
import { CodeField } from '../fields/CodeField';
import { CustomerField } from '../fields/CustomerField';
import { InstitutionField } from '../fields/InstitutionField';
import { DescriptionField, TitleField } from '../fields/WhatFields';
import { Panel } from '../shared/Panel';
import { StaffComments } from '../shared/StaffComments';
import { FilesField } from './FilesField';
import type { CreateForm } from './useCreateForm';

/** The left half of the create form: whom it concerns, what it is, and what staff note. */
export const WhoAndWhat = ({ form }: { form: CreateForm }) => {
  const t = useT();
  const allowed = useAllowed();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const [adding, setAdding] = useState(false);
  const { details, changeDetails } = form;
  const errorOf = (path: string) => {
    const problem = form.detailProblem(path);
    return problem && problemText(problem, currency);
  };

  return (
    <Panel title={t('create.who')}>
      <CustomerField
        value={details.customer}
        required
        error={errorOf('customer')}
        onChange={(customer) => changeDetails({ customer })}
        onNew={allowed('create') ? () => setAdding(true) : undefined}
      />
      <InstitutionField
        value={details.institution}
        error={errorOf('institution')}
        onChange={(institution) => changeDetails({ institution })}
      />
      <TitleField value={details.title} error={errorOf('title')} onChange={(title) => changeDetails({ title })} />
      {form.codePerInstalment ? (
        <Typography textColor="neutral600">{t('create.codePerInstalment')}</Typography>
      ) : (
        <CodeField
          value={details.code}
          scheme={details.scheme}
          institutionScheme={details.institution?.codeScheme}
          problem={form.detailProblem('paymentCode')}
          onChange={(code, scheme) => changeDetails({ code, scheme })}
        />
      )}
      <DescriptionField
        value={details.description}
        error={errorOf('description')}
        onChange={(description) => changeDetails({ description })}
      />
      <FilesField files={details.files} error={errorOf('attachments')} onChange={(files) => changeDetails({ files })} />
      <StaffComments
        value={details.managerComments}
        error={errorOf('managerComments')}
        onChange={(managerComments) => changeDetails({ managerComments })}
      />
      <CheckField
        name="sendEmail"
        label={t('field.sendEmail')}
        checked={details.sendEmail}
        onChange={(sendEmail) => changeDetails({ sendEmail })}
      />
      {adding && (
        <CustomerDialog
          onClose={() => setAdding(false)}
          onSaved={(customer) => {
            changeDetails({ customer });
            setAdding(false);
          }}
        />
      )}
    </Panel>
  );
};
