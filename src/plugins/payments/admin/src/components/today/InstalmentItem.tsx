import { Button, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { Check, Mail, Phone } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { TodayInstalment } from '../../../../contracts/today';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';
import { ToneBadge } from '../shared/ToneBadge';
import { SectionRow } from './Section';

export type RowAction = 'settle' | 'call' | 'remind';

interface InstalmentItemProps {
  item: TodayInstalment;
  /** A reminder of this row is on its way. */
  busy: boolean;
  onAct: (action: RowAction, item: TodayInstalment) => void;
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

/** Whom it concerns, and how to reach them. */
const Who = ({ item: { customer, reachable } }: { item: TodayInstalment }) => {
  const t = useT();
  return (
    <Cell col={3}>
      <Link tag={NavLink} to={paths.customer(customer.documentId)}>
        <Typography fontWeight="semiBold">{customer.name}</Typography>
      </Link>
      {customer.phone ? (
        <Link href={`tel:${customer.phone.replace(/[^\d+]/g, '')}`} isExternal={false}>
          {customer.phone}
        </Link>
      ) : (
        <Small>{t('today.noPhone')}</Small>
      )}
      {!reachable && <ToneBadge tone="danger">{t('today.unreachable')}</ToneBadge>}
    </Cell>
  );
};

const What = ({ item: { payment, institution, documentId, number, of, paymentCode } }: { item: TodayInstalment }) => {
  const t = useT();
  return (
    <Cell col={3}>
      <Link tag={NavLink} to={paths.instalment(payment.documentId, documentId)}>
        {payment.title}
      </Link>
      <Small>{[`${number}/${of}`, institution?.name, payment.reference].filter(Boolean).join(' · ')}</Small>
      {!paymentCode && <ToneBadge tone="warning">{t('instalment.noCode')}</ToneBadge>}
    </Cell>
  );
};

/** What was said last, by mail or by telephone. */
const Said = ({ item: { lastNotice, called } }: { item: TodayInstalment }) => {
  const t = useT();
  const format = useFormat();
  return (
    <Cell col={4}>
      <Small>
        {lastNotice
          ? t('today.lastNotice', {
              kind: t(`today.notice.${lastNotice.kind}`),
              at: format.instant(lastNotice.at),
            })
          : t('today.noNotice')}
      </Small>
      {called && (
        <Flex gap={1} alignItems="flex-start">
          <Phone aria-hidden width="1.2rem" style={{ flexShrink: 0, marginTop: '0.2rem' }} />
          <Small>
            {[t('today.calledBy', { who: called.by ?? '', at: format.instant(called.at) }), called.note]
              .filter(Boolean)
              .join(': ')}
          </Small>
        </Flex>
      )}
    </Cell>
  );
};

/** An instalment that waits for somebody, with what can be done about it at once. */
export const InstalmentItem = ({ item, busy, onAct }: InstalmentItemProps) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const of = { customer: item.customer.name, title: item.payment.title };
  const button = (action: RowAction, icon: React.ReactNode, variant: 'secondary' | 'tertiary') => (
    <Button
      size="S"
      variant={variant}
      startIcon={icon}
      aria-label={t(`today.${action}.label`, of)}
      loading={action === 'remind' && busy}
      onClick={() => onAct(action, item)}
    >
      {t(`today.${action}`)}
    </Button>
  );
  return (
    <SectionRow
      actions={
        <>
          {allowed('settle') && button('settle', <Check />, 'secondary')}
          {allowed('update') && button('call', <Phone />, 'tertiary')}
          {allowed('send') && button('remind', <Mail />, 'tertiary')}
        </>
      }
    >
      <Grid.Root gap={2} gridCols={12}>
        <Who item={item} />
        <What item={item} />
        <Cell col={2}>
          <Amount money={item.outstanding} fontWeight="semiBold" />
          <Small>{format.weekDay(item.dueDate)}</Small>
        </Cell>
        <Said item={item} />
      </Grid.Root>
    </SectionRow>
  );
};
