import { Button, Grid, Link, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { StaffReceipt } from '../../../../contracts/receipt-review';
import { API, paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useDownload } from '../../hooks/useDownload';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { ToneBadge } from '../shared/ToneBadge';
import { SectionRow } from '../today/Section';

export type Decision = 'accept' | 'reject';

interface ReceiptItemProps {
  receipt: StaffReceipt;
  /** On a payment's own page who owes what is said already. */
  ofPayment?: boolean;
  onReview: (decision: Decision, receipt: StaffReceipt) => void;
}

const Small = ({ children }: { children: string }) => (
  <Typography tag="p" variant="pi" textColor="neutral600">
    {children}
  </Typography>
);

const Cell = ({ col, children }: { col: number; children: React.ReactNode }) => (
  <Grid.Item col={col} s={12} xs={12} direction="column" alignItems="flex-start" gap={1} minWidth={0}>
    {children}
  </Grid.Item>
);

const About = ({ receipt: { customer, payment, instalment } }: { receipt: StaffReceipt }) => (
  <Cell col={4}>
    <Typography fontWeight="semiBold">{customer.name}</Typography>
    <Link
      tag={NavLink}
      to={instalment ? paths.instalment(payment.documentId, instalment.documentId) : paths.payment(payment.documentId)}
    >
      {payment.title}
    </Link>
  </Cell>
);

const Outcome = ({ receipt: { state, reason, reviewedBy, reviewedAt } }: { receipt: StaffReceipt }) => {
  const t = useT();
  const format = useFormat();
  if (state === 'pending') return null;
  return (
    <>
      <ToneBadge tone={state === 'rejected' ? 'danger' : state === 'accepted' ? 'success' : 'neutral'}>
        {t(`receipt.state.${state}`)}
      </ToneBadge>
      <Small>{[reviewedBy, reviewedAt && format.instant(reviewedAt), reason].filter(Boolean).join(' · ')}</Small>
    </>
  );
};

/** A contact's "I have paid", with its file, and the two answers to it. */
export const ReceiptItem = ({ receipt, ofPayment = false, onReview }: ReceiptItemProps) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const { busy, download } = useDownload();
  const { documentId, file, instalment, contact, amount, paidOn, comment, customer, payment } = receipt;
  const of = { customer: customer.name, title: payment.title };
  return (
    <SectionRow
      actions={
        receipt.state === 'pending' &&
        allowed('review') && (
          <>
            <Button size="S" aria-label={t('receipt.accept.label', of)} onClick={() => onReview('accept', receipt)}>
              {t('receipt.accept')}
            </Button>
            <Button
              size="S"
              variant="danger-light"
              aria-label={t('receipt.reject.label', of)}
              onClick={() => onReview('reject', receipt)}
            >
              {t('receipt.reject')}
            </Button>
          </>
        )
      }
    >
      <Grid.Root gap={2} gridCols={12}>
        {!ofPayment && <About receipt={receipt} />}
        <Cell col={ofPayment ? 6 : 4}>
          <Amount money={amount} fontWeight="semiBold" />
          <Small>{t('receipt.paidOn', { day: format.weekDay(paidOn) })}</Small>
          {instalment && (
            <Small>
              {t('receipt.of', {
                number: instalment.number,
                of: instalment.of,
                outstanding: format.money(instalment.outstanding),
              })}
            </Small>
          )}
        </Cell>
        <Cell col={ofPayment ? 6 : 4}>
          <Small>{t('receipt.by', { name: contact?.name ?? '—', at: format.instant(receipt.createdAt) })}</Small>
          {comment && <Typography>{`“${comment}”`}</Typography>}
          {file && (
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Download />}
              loading={busy}
              onClick={() => void download(`${API}/receipts/${documentId}/file`, file.name)}
            >
              {file.name}
            </Button>
          )}
          <Outcome receipt={receipt} />
        </Cell>
      </Grid.Root>
    </SectionRow>
  );
};
