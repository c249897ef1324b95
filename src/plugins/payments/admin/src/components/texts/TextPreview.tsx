import { Box, Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useT } from '../../intl/useT';
import { usePreviewMailTextQuery } from '../../services/mail-texts';
import type { MailTextBody } from '../../services/mail-texts';
import { MailFrame } from '../notices/MailFrame';

const PAUSE = 300;

interface TextPreviewProps {
  draft: MailTextBody;
  /** While a draft cannot be sent the last one that could stays in view. */
  valid: boolean;
}

/** An example mail in the draft's words, made by the server as the real ones are; nothing in it is real. */
export const TextPreview = ({ draft, valid }: TextPreviewProps) => {
  const t = useT();
  const asked = useDebounce(JSON.stringify(draft), PAUSE);
  const { data, isError, isFetching } = usePreviewMailTextQuery(JSON.parse(asked) as MailTextBody, { skip: !valid });
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isFetching}>
      {isError && <Typography textColor="danger600">{t('mailTexts.preview.failed')}</Typography>}
      {data && (
        <>
          <Box padding={3} background="neutral100" hasRadius>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('message.subject')}
            </Typography>
            <Typography fontWeight="semiBold" data-testid="preview-subject" style={{ overflowWrap: 'anywhere' }}>
              {data.subject}
            </Typography>
          </Box>
          <MailFrame title={t('mailTexts.preview')} html={data.html} height="60rem" />
        </>
      )}
    </Flex>
  );
};
