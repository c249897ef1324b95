import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { DayField } from '../components/fields/DayField';
import { TextAreaField } from '../components/fields/TextField';
import { FootBar } from '../components/listing/FootBar';
import { SendEmail } from '../components/payment/SendEmail';
import { SettlementRows } from '../components/settlements/SettlementRows';
import { useSettleList } from '../components/settlements/useSettleList';
import type { SettleListForm } from '../components/settlements/useSettleList';
import { ListEmpty } from '../components/shared/ListState';
import { Panel } from '../components/shared/Panel';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { paths } from '../constants';
import { useOffice } from '../hooks/useOffice';
import { useT } from '../intl/useT';
import { SETTLE } from '../permissions';

/** What was chosen and not marked as paid, each with why: somebody was quicker. */
const Left = ({ form }: { form: SettleListForm }) => {
  const t = useT();
  if (form.left.length === 0) return null;
  return (
    <Alert variant="default" closeLabel={t('action.close')} title={t('settleList.left', { count: form.left.length })}>
      {form.left
        .map(({ candidate, outcome }) => {
          const { customer, payment } = candidate;
          return `${customer.name}, ${payment.title}: ${t(`settleList.outcome.${outcome}`)}`;
        })
        .join('; ')}
    </Alert>
  );
};

const Pasted = ({ form }: { form: SettleListForm }) => {
  const t = useT();
  return (
    <Panel title={t('settleList.paste')}>
      <TextAreaField
        name="text"
        label={t('settleList.text')}
        hint={t('settleList.text.hint')}
        value={form.text}
        onChange={form.setText}
      />
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Box width="24rem">
          <DayField name="day" label={t('settleList.day')} value={form.day} onChange={form.setDay} />
        </Box>
        <Button
          variant={form.lines ? 'tertiary' : 'default'}
          loading={form.looking}
          disabled={form.text.trim() === ''}
          onClick={() => void form.show()}
        >
          {t('settleList.show')}
        </Button>
      </Flex>
    </Panel>
  );
};

const Matched = ({ form }: { form: SettleListForm }) => {
  const t = useT();
  const { lines, count } = form;
  if (!lines) return null;
  if (lines.length === 0) return <ListEmpty text={t('settleList.empty')} />;
  return (
    <>
      <SettlementRows lines={lines} form={form} />
      <FootBar
        label={t('settleList.bar')}
        buttons={
          <Button onClick={form.submit} loading={form.save.busy} disabled={count === 0}>
            {t('settleList.submit', { count })}
          </Button>
        }
      >
        <Typography fontWeight="semiBold" role="status">
          {t('settleList.count', { count, lines: lines.length })}
        </Typography>
        <SendEmail checked={form.sendEmail} onChange={form.setSendEmail} />
      </FootBar>
    </>
  );
};

const SettleList = () => {
  const t = useT();
  const { currency } = useOffice();
  const form = useSettleList();
  return (
    <Page.Main>
      <Page.Title>{t('settleList.title')}</Page.Title>
      <Layouts.Header
        title={t('settleList.title')}
        subtitle={t('settleList.subtitle')}
        navigationAction={<BackButton fallback={paths.payments} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
          {form.failure && <ProblemsAlert failure={form.failure} currency={currency} onClose={form.dismiss} />}
          <Left form={form} />
          <Pasted form={form} />
          <Matched form={form} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Marks many instalments as paid by the list of a bank or a tax office. */
export const SettleListPage = () => (
  <Page.Protect permissions={SETTLE}>
    <SettleList />
  </Page.Protect>
);
