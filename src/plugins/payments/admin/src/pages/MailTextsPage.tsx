import { Badge, Flex, Grid } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { MailText } from '../../../contracts/mail-texts';
import { DigestPanel } from '../components/texts/DigestPanel';
import { TextButtons } from '../components/texts/TextButtons';
import { TextForm } from '../components/texts/TextForm';
import { TextPreview } from '../components/texts/TextPreview';
import { useMailTexts } from '../components/texts/useMailTexts';
import { Panel } from '../components/shared/Panel';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { useAllowed } from '../hooks/useAllowed';
import { useOffice } from '../hooks/useOffice';
import { useSave } from '../hooks/useSave';
import { useUnsavedGuard } from '../hooks/useUnsavedGuard';
import { useT } from '../intl/useT';
import { useMailTextsQuery } from '../services/mail-texts';

const Loaded = ({ all }: { all: readonly MailText[] }) => {
  const t = useT();
  const { languages, currency } = useOffice();
  const texts = useMailTexts(all, languages[0] ?? 'en');
  const save = useSave<unknown>();
  const guard = useUnsavedGuard(texts.anyDirty);
  const { kind, variant, language } = texts.text;
  return (
    <Grid.Root gap={6} gridCols={12}>
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" justifyContent="flex-start" gap={6}>
        <Panel title={t('mailTexts.wording')} action={texts.text.own && <Badge active>{t('mailTexts.own')}</Badge>}>
          {save.failure && <ProblemsAlert failure={save.failure} currency={currency} onClose={save.dismiss} />}
          <TextForm texts={texts} languages={['el', 'en']} currency={currency} disabled={save.busy} />
          <TextButtons texts={texts} save={save} />
        </Panel>
        <DigestPanel />
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" justifyContent="flex-start">
        <Panel title={t('mailTexts.preview')}>
          <TextPreview draft={{ kind, variant, language, ...texts.draft }} valid={texts.valid} />
        </Panel>
      </Grid.Item>
      {guard.dialog}
    </Grid.Root>
  );
};

/** Subject and opening of each kind of mail in each language, with an example of it; and the staff's own mail. */
export const MailTextsPage = () => {
  const t = useT();
  const allowed = useAllowed();
  const may = allowed('settings');
  const { data, isError } = useMailTextsQuery(undefined, { skip: !may });
  if (!may) return <Page.NoPermissions />;
  if (isError) return <Page.Error />;
  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('mailTexts.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header title={t('mailTexts.title')} subtitle={t('mailTexts.subtitle')} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" paddingBottom={6}>
            {data ? <Loaded all={data} /> : <Page.Loading />}
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Layouts.Root>
  );
};
