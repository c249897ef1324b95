import { Button, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { EffectsBanner } from '../components/closed-days/EffectsBanner';
import { CalendarPanel } from '../components/settings/CalendarPanel';
import { EmailPanel } from '../components/settings/EmailPanel';
import { HostPanel } from '../components/settings/HostPanel';
import { OfficePanel } from '../components/settings/OfficePanel';
import { RetentionPanel } from '../components/settings/RetentionPanel';
import { useSettingsForm } from '../components/settings/useSettingsForm';
import { WritingPanel } from '../components/settings/WritingPanel';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { useUnsavedGuard } from '../hooks/useUnsavedGuard';
import { useT } from '../intl/useT';
import { SETTINGS } from '../permissions';

const SettingsForm = () => {
  const t = useT();
  const form = useSettingsForm();
  const guard = useUnsavedGuard(form.dirty);
  const { save } = form;
  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('settings.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header
          title={t('settings.title')}
          subtitle={t('settings.subtitle')}
          primaryAction={
            <Flex gap={2}>
              {form.dirty && (
                <Button variant="tertiary" onClick={form.discard}>
                  {t('action.discard')}
                </Button>
              )}
              <Button onClick={form.submit} loading={save.busy} disabled={!form.dirty}>
                {t('action.save')}
              </Button>
            </Flex>
          }
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
            {save.failure && (
              <ProblemsAlert failure={save.failure} currency={form.draft.currency} onClose={save.dismiss} />
            )}
            <EffectsBanner />
            <OfficePanel form={form} />
            <CalendarPanel form={form} />
            <WritingPanel form={form} />
            <EmailPanel form={form} />
            <RetentionPanel form={form} />
            <HostPanel />
          </Flex>
        </Layouts.Content>
        {guard.dialog}
      </Page.Main>
    </Layouts.Root>
  );
};

/** The office's own rules, with one save for all of them. */
export const SettingsPage = () => (
  <Page.Protect permissions={SETTINGS}>
    <SettingsForm />
  </Page.Protect>
);
