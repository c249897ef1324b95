import { useState } from 'react';
import { Flex, Loader, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { StaffPayment } from '../../../../contracts/payment';
import { useFieldProblems } from '../../hooks/useFieldProblems';
import { useSave } from '../../hooks/useSave';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import { useContactsOfQuery, useMessageMutation } from '../../services/notices';
import type { MessageAnswer } from '../../services/notices';
import { CheckField } from '../fields/CheckField';
import { TextAreaField, TextField } from '../fields/TextField';
import { FormDialog } from '../shared/FormDialog';

interface MessageDialogProps {
  payment: StaffPayment;
  onClose: () => void;
}

/** A mail in the staff's own words to the contacts of the payment's customer. */
export const MessageDialog = ({ payment, onClose }: MessageDialogProps) => {
  const t = useT();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [subject, setSubject] = useState(payment.title);
  const [body, setBody] = useState('');
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const { data: contacts } = useContactsOfQuery(payment.customer.documentId);
  const [send] = useMessageMutation();
  const save = useSave<MessageAnswer>();
  const problems = useFieldProblems(save.failure);
  const { currency } = payment.total;
  const written = contacts?.filter(({ email }) => email !== null) ?? [];
  const chosen = picked ?? written.filter(({ receivesNotices }) => receivesNotices).map(({ documentId }) => documentId);
  const errorOf = (field: string) => {
    const problem = problems.at(field);
    return problem && problemText(problem, currency);
  };
  const done = (answer: MessageAnswer) => {
    const sent = answer.filter(({ reason }) => reason === null).length;
    toggleNotification({ type: sent > 0 ? 'success' : 'warning', message: t('message.done', { contacts: sent }) });
    onClose();
  };

  return (
    <FormDialog
      title={t('message.title', { name: payment.customer.name })}
      submit={t('message.submit')}
      busy={save.busy}
      disabled={chosen.length === 0 || subject.trim() === '' || body.trim() === ''}
      failure={save.failure}
      currency={currency}
      onDismissFailure={save.dismiss}
      onSubmit={() =>
        void save.run(
          () => send({ payment: payment.documentId, body: { subject, body, contacts: [...chosen] } }).unwrap(),
          done,
        )
      }
      onClose={onClose}
    >
      {!contacts && <Loader small>{t('loading')}</Loader>}
      {contacts && written.length === 0 && <Typography textColor="danger600">{t('message.nobody')}</Typography>}
      {written.length > 0 && (
        <Flex direction="column" alignItems="flex-start" gap={2} role="group" aria-label={t('message.to')}>
          {written.map(({ documentId, name, email }) => (
            <CheckField
              key={documentId}
              name={documentId}
              label={`${name} · ${email}`}
              checked={chosen.includes(documentId)}
              onChange={(checked) =>
                setPicked(checked ? [...chosen, documentId] : chosen.filter((other) => other !== documentId))
              }
            />
          ))}
        </Flex>
      )}
      <TextField
        name="subject"
        label={t('message.subject')}
        hint={t('message.subject.hint', { reference: payment.reference })}
        value={subject}
        onChange={(value) => {
          setSubject(value);
          problems.touch('subject');
        }}
        error={errorOf('subject')}
        maxLength={200}
        required
      />
      <TextAreaField
        name="body"
        label={t('message.body')}
        hint={t('message.body.hint')}
        value={body}
        onChange={(value) => {
          setBody(value);
          problems.touch('body');
        }}
        error={errorOf('body')}
      />
    </FormDialog>
  );
};
