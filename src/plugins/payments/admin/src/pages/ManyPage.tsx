import { Box, Button, Flex, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { ManyCustomers } from '../components/many/ManyCustomers';
import { ManyPreview } from '../components/many/ManyPreview';
import { useManyForm } from '../components/many/useManyForm';
import { What, When } from '../components/many/WhatAndWhen';
import { ConfirmWarnings } from '../components/shared/ConfirmWarnings';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { paths } from '../constants';
import { useUnsavedGuard } from '../hooks/useUnsavedGuard';
import { useT } from '../intl/useT';
import { CREATE } from '../permissions';

const Many = () => {
  const t = useT();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const form = useManyForm(({ payments }) => {
    guard.release();
    toggleNotification({ type: 'success', message: t('many.done', { count: payments.length }) });
    navigate(`${paths.payments}?q=${encodeURIComponent(form.draft.title)}`);
  });
  const guard = useUnsavedGuard(form.dirty);
  const { save, draft } = form;
  return (
    <Page.Main>
      <Page.Title>{t('many.title')}</Page.Title>
      <Layouts.Header
        title={t('many.title')}
        subtitle={t('many.subtitle')}
        navigationAction={<BackButton fallback={paths.payments} />}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" onClick={() => navigate(paths.payments)}>
              {t('action.cancel')}
            </Button>
            <Button onClick={form.submit} loading={save.busy}>
              {t('many.create', { count: draft.lines.length })}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
          {save.failure && (
            <Box>
              <ProblemsAlert failure={save.failure} currency={draft.currency} onClose={save.dismiss} />
            </Box>
          )}
          <Grid.Root gap={6} gridCols={12}>
            <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
              <What form={form} />
            </Grid.Item>
            <Grid.Item
              col={6}
              s={12}
              xs={12}
              direction="column"
              alignItems="stretch"
              justifyContent="flex-start"
              gap={6}
            >
              <When form={form} />
              <ManyPreview form={form} />
            </Grid.Item>
          </Grid.Root>
          <ManyCustomers form={form} />
        </Flex>
      </Layouts.Content>
      <ConfirmWarnings warnings={save.confirm} busy={save.busy} onConfirm={save.accept} onCancel={save.dismiss} />
      {guard.dialog}
    </Page.Main>
  );
};

/** One obligation for many customers, each with an amount and a code of their own. */
export const ManyPage = () => (
  <Page.Protect permissions={CREATE}>
    <Many />
  </Page.Protect>
);
