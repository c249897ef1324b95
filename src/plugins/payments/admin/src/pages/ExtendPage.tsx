import { Alert, Flex, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { CandidatesTable } from '../components/extensions/CandidatesTable';
import { ExtendBar } from '../components/extensions/ExtendBar';
import { ExtendFields } from '../components/extensions/ExtendFields';
import { useExtend } from '../components/extensions/useExtend';
import type { ExtendForm } from '../components/extensions/useExtend';
import { ListEmpty } from '../components/shared/ListState';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { paths } from '../constants';
import { useOffice } from '../hooks/useOffice';
import { useFormat } from '../intl/useFormat';
import { useT } from '../intl/useT';
import { UPDATE } from '../permissions';

/** What was chosen and did not move, each with why: somebody was quicker. */
const Stayed = ({ form }: { form: ExtendForm }) => {
  const t = useT();
  if (form.stayed.length === 0) return null;
  return (
    <Alert variant="default" closeLabel={t('action.close')} title={t('extend.stayed', { count: form.stayed.length })}>
      {form.stayed
        .map(
          ({ candidate, outcome }) =>
            `${candidate.customer.name}, ${candidate.payment.title}: ${t(`extend.outcome.${outcome}`)}`,
        )
        .join('; ')}
    </Alert>
  );
};

const Found = ({ form }: { form: ExtendForm }) => {
  const t = useT();
  const format = useFormat();
  const { shown, candidates } = form;
  if (!shown) return null;
  const { closed, more } = shown.preview.meta;
  if (candidates.length === 0) return <ListEmpty text={t('extend.none')} />;
  return (
    <>
      {closed && (
        <Typography tag="p" fontWeight="semiBold">
          {t(shown.rule.pinned ? 'extend.closed.kept' : 'extend.closed', {
            day: format.weekDay(shown.rule.to),
            name: closed.name ?? t('shift.weekend'),
          })}
        </Typography>
      )}
      {more && <Typography tag="p">{t('extend.more', { count: candidates.length })}</Typography>}
      <CandidatesTable form={form} />
      <ExtendBar form={form} />
    </>
  );
};

const Extend = () => {
  const t = useT();
  const { currency } = useOffice();
  const navigate = useNavigate();
  const form = useExtend(() => navigate(paths.extensions));
  return (
    <Page.Main>
      <Page.Title>{t('extend.action')}</Page.Title>
      <Layouts.Header
        title={t('extend.action')}
        subtitle={t('extend.subtitle')}
        navigationAction={<BackButton fallback={paths.extensions} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
          {form.failure && <ProblemsAlert failure={form.failure} currency={currency} onClose={form.dismiss} />}
          <Stayed form={form} />
          <ExtendFields form={form} />
          <Found form={form} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Moves one deadline for many: a decree gave everybody more time. */
export const ExtendPage = () => (
  <Page.Protect permissions={UPDATE}>
    <Extend />
  </Page.Protect>
);
