import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Mail } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useAllowed } from '../../hooks/useAllowed';
import type { Save } from '../../hooks/useSave';
import { useT } from '../../intl/useT';
import { useSendTestMailMutation, useUpdateMailTextMutation } from '../../services/mail-texts';
import type { MailTexts } from './useMailTexts';

interface TextButtonsProps {
  texts: MailTexts;
  save: Save<unknown>;
}

/** Saves the text, puts the product's own words back, or sends the draft to who looks at it. */
export const TextButtons = ({ texts, save }: TextButtonsProps) => {
  const t = useT();
  const allowed = useAllowed();
  const { toggleNotification } = useNotification();
  const [update] = useUpdateMailTextMutation();
  const [sendTest, test] = useSendTestMailMutation();
  const { text, draft } = texts;
  const which = { kind: text.kind, variant: text.variant, language: text.language };

  const submit = () =>
    void save.run(
      () => update({ ...which, ...draft }).unwrap(),
      () => {
        texts.settle();
        toggleNotification({ type: 'success', message: t('mailTexts.saved') });
      },
    );
  const tryOut = async () => {
    const answer = await sendTest({ ...which, draft });
    if ('data' in answer && answer.data?.delivered) {
      toggleNotification({ type: 'success', message: t('mailTexts.test.sent', { address: answer.data.recipient }) });
    } else {
      const error = ('data' in answer && answer.data?.error) || t('problem.unknown');
      toggleNotification({ type: 'danger', message: t('mailTexts.test.failed', { error }) });
    }
  };

  return (
    <Flex gap={2} wrap="wrap">
      <Button loading={save.busy} disabled={!texts.dirty || !texts.valid} onClick={submit}>
        {t('action.save')}
      </Button>
      {allowed('send') && (
        <Button
          variant="secondary"
          startIcon={<Mail />}
          loading={test.isLoading}
          disabled={!texts.valid}
          onClick={() => void tryOut()}
        >
          {t('mailTexts.test')}
        </Button>
      )}
      <Button
        variant="tertiary"
        startIcon={<ArrowClockwise />}
        disabled={texts.original}
        onClick={() => texts.change(text.original)}
      >
        {t('mailTexts.restore')}
      </Button>
    </Flex>
  );
};
