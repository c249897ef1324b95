import { useState } from 'react';
import { Badge, Flex, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams, useSearchParams } from 'react-router-dom';
import type { StaffPayment } from '../../../contracts/payment';
import { ArrangementBanner } from '../components/arrangement/ArrangementBanner';
import { AttachmentsPanel } from '../components/payment/AttachmentsPanel';
import { ConflictNotice } from '../components/payment/ConflictNotice';
import { DetailsPanel } from '../components/payment/DetailsPanel';
import { isOfInstalment } from '../components/payment/dialogs';
import type { OpenDialog } from '../components/payment/dialogs';
import { History } from '../components/payment/History';
import { InstalmentDialogs } from '../components/payment/InstalmentDialogs';
import { InstalmentsPanel } from '../components/payment/InstalmentsPanel';
import { NoticesPanel } from '../components/payment/NoticesPanel';
import { PaymentDialogs } from '../components/payment/PaymentDialogs';
import { PaymentMenu } from '../components/payment/PaymentMenu';
import { SaveBar } from '../components/payment/SaveBar';
import { Summary } from '../components/payment/Summary';
import { usePaymentDetails } from '../components/payment/usePaymentDetails';
import { ReceiptsPanel } from '../components/receipts/ReceiptsPanel';
import { ConfirmWarnings } from '../components/shared/ConfirmWarnings';
import { ProblemsAlert } from '../components/shared/ProblemsAlert';
import { PaymentStateBadge } from '../components/shared/StateBadge';
import { shownStateOf } from '../components/shared/states';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useUnsavedGuard } from '../hooks/useUnsavedGuard';
import { useT } from '../intl/useT';
import { useGetPaymentQuery } from '../services/payments';

const Loaded = ({ payment }: { payment: StaffPayment }) => {
  const t = useT();
  const allowed = useAllowed();
  const form = usePaymentDetails(payment);
  const guard = useUnsavedGuard(form.dirty);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('instalment');
  // of one instalment there is nothing to choose
  const only = payment.instalments.length === 1 ? payment.instalments[0]?.documentId : undefined;
  const [selected, setSelected] = useState(asked ?? only);
  const [dialog, setDialog] = useState<OpenDialog | null>(asked && allowed('update') ? 'edit' : null);
  const instalment = payment.instalments.find(({ documentId }) => documentId === selected);
  const { edit } = form;
  const { currency } = payment.total;

  const close = () => {
    setDialog(null);
    if (asked) setSearch({}, { replace: true });
  };

  return (
    <Page.Main>
      <Page.Title>{payment.title}</Page.Title>
      <Layouts.Header
        title={payment.title}
        subtitle={[payment.reference, payment.customer.name, payment.institution?.name].filter(Boolean).join(' · ')}
        navigationAction={<BackButton fallback={paths.payments} />}
        // one group: under a long title they stand together
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <PaymentStateBadge state={shownStateOf(payment)} />
            {payment.remindersPaused && <Badge>{t('payment.paused')}</Badge>}
            <PaymentMenu payment={payment} onOpen={setDialog} />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
          {edit.conflict && (
            <ConflictNotice entries={edit.conflict} currency={currency} onClose={edit.forgetConflict} />
          )}
          {edit.failure && <ProblemsAlert failure={edit.failure} currency={currency} onClose={edit.dismiss} />}
          <ArrangementBanner payment={payment} onLose={() => setDialog('lose')} />
          <Summary payment={payment} />
          <Grid.Root gap={6} gridCols={12}>
            <Grid.Item
              col={8}
              s={12}
              xs={12}
              direction="column"
              alignItems="stretch"
              justifyContent="flex-start"
              gap={6}
            >
              <InstalmentsPanel payment={payment} selected={instalment} onSelect={setSelected} onOpen={setDialog} />
              <NoticesPanel payment={payment} />
              <ReceiptsPanel payment={payment} />
              <History payment={payment} />
            </Grid.Item>
            <Grid.Item
              col={4}
              s={12}
              xs={12}
              direction="column"
              alignItems="stretch"
              justifyContent="flex-start"
              gap={6}
            >
              <DetailsPanel payment={payment} form={form} disabled={!allowed('update')} />
              <AttachmentsPanel payment={payment} />
            </Grid.Item>
          </Grid.Root>
          <SaveBar form={form} />
        </Flex>
      </Layouts.Content>
      {dialog && !isOfInstalment(dialog) && (
        <PaymentDialogs payment={payment} open={dialog} onClose={close} onDeleted={guard.release} />
      )}
      {dialog && isOfInstalment(dialog) && instalment && (
        <InstalmentDialogs payment={payment} instalment={instalment} open={dialog} onClose={close} />
      )}
      <ConfirmWarnings warnings={edit.confirm} busy={edit.busy} onConfirm={edit.accept} onCancel={edit.dismiss} />
      {guard.dialog}
    </Page.Main>
  );
};

/** One payment: its instalments and history, and everything about it, editable where it stands. */
export const PaymentPage = () => {
  const { documentId = '' } = useParams();
  const { data, isError } = useGetPaymentQuery(documentId, { refetchOnMountOrArgChange: true });
  if (isError) return <Page.Error />;
  if (!data) return <Page.Loading />;
  return <Loaded key={documentId} payment={data} />;
};
