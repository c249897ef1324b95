import { useRef } from 'react';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { PlanCard } from '../components/create/PlanCard';
import { PreviewCard } from '../components/create/PreviewCard';
import { useCreateForm } from '../components/create/useCreateForm';
import { useStart } from '../components/create/useStart';
import type { Start } from '../components/create/useStart';
import { WhoAndWhat } from '../components/create/WhoAndWhat';
import { ConfirmWarnings } from '../components/shared/ConfirmWarnings';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { CREATE } from '../permissions';
import { paths } from '../constants';
import { useUnsavedGuard } from '../hooks/useUnsavedGuard';
import { useT } from '../intl/useT';

const CreateForm = ({ start }: { start: Start }) => {
  const t = useT();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const form = useCreateForm(start, (payment) => {
    guard.release();
    toggleNotification({ type: 'success', message: t('create.done', { reference: payment.reference }) });
    navigate(paths.payment(payment.documentId), { replace: true });
  });
  const guard = useUnsavedGuard(form.dirty);
  const { save } = form;

  return (
    <Page.Main>
      <Page.Title>{t('create.title')}</Page.Title>
      <Layouts.Header
        title={t('create.title')}
        navigationAction={<BackButton fallback={paths.payments} />}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" onClick={() => navigate(paths.payments)}>
              {t('action.cancel')}
            </Button>
            <Button onClick={form.submit} loading={save.busy} disabled={!form.canCreate}>
              {t('action.create')}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        {save.failure && save.failure.repairs.length === 0 && (
          <Box paddingBottom={4}>
            <ProblemsAlert failure={save.failure} currency={form.plan.currency} onClose={save.dismiss} />
          </Box>
        )}
        {start.replaces && (
          <Box paddingBottom={4}>
            <Typography tag="p">{t('create.replaces', { reference: start.replaces.reference })}</Typography>
          </Box>
        )}
        <Grid.Root gap={6} gridCols={12}>
          <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
            <WhoAndWhat form={form} />
          </Grid.Item>
          <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" justifyContent="flex-start" gap={6}>
            <PlanCard form={form} />
            <PreviewCard preview={form.preview} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
      <ConfirmWarnings warnings={save.confirm} busy={save.busy} onConfirm={save.accept} onCancel={save.dismiss} />
      {guard.dialog}
    </Page.Main>
  );
};

/** The form takes what it begins with once: what loads later would overwrite what is typed. */
const Started = () => {
  const loaded = useStart();
  const begun = useRef<Start>();
  begun.current ??= loaded ?? undefined;
  return begun.current ? <CreateForm start={begun.current} /> : <Page.Loading />;
};

/** Registers a payment: who and what on the left, the plan and its live preview on the right. */
export const CreatePaymentPage = () => (
  <Page.Protect permissions={CREATE}>
    <Started />
  </Page.Protect>
);
