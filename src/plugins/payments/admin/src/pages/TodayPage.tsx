import { useCallback, useState } from 'react';
import { Flex, Link, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { TodayInstalment, TodayPage as Today } from '../../../contracts/today';
import { ReceiptItem } from '../components/receipts/ReceiptItem';
import { ReviewDialogs } from '../components/receipts/ReviewDialogs';
import type { UnderReview } from '../components/receipts/ReviewDialogs';
import { ListError, ListLoading } from '../components/shared/ListState';
import { NarrowNav, PaymentsNav } from '../components/shared/PaymentsNav';
import { AmountToFollow } from '../components/today/AmountToFollow';
import { CallDialog } from '../components/today/CallDialog';
import { FailedNotice } from '../components/today/FailedNotice';
import { InstalmentItem } from '../components/today/InstalmentItem';
import type { RowAction } from '../components/today/InstalmentItem';
import { Section } from '../components/today/Section';
import { SettleHere } from '../components/today/SettleHere';
import { ThreatenedItem } from '../components/today/ThreatenedItem';
import { useReminder } from '../components/today/useReminder';
import { paths } from '../constants';
import { useAllowed } from '../hooks/useAllowed';
import { useFormat } from '../intl/useFormat';
import { useT } from '../intl/useT';
import { useGetTodayQuery } from '../services/today';

type Instalments = 'due' | 'overdue' | 'incomplete';

/** Where all of a list are, when the page shows the first of them. */
const allOf: Readonly<Record<Instalments, string>> = {
  due: paths.calendar,
  overdue: `${paths.payments}?state=overdue`,
  incomplete: paths.calendar,
};

const Lists = ({ today }: { today: Today }) => {
  const t = useT();
  const [acting, setActing] = useState<{ action: RowAction; item: TodayInstalment } | null>(null);
  const [review, setReview] = useState<UnderReview | null>(null);
  const { busy, remind } = useReminder();
  const close = useCallback(() => setActing(null), []);

  const act = (action: RowAction, item: TodayInstalment) =>
    action === 'remind' ? void remind(item) : setActing({ action, item });

  const instalments = (list: Instalments) => {
    const { items, total, more } = today[list];
    const all = (
      <Link tag={NavLink} to={allOf[list]}>
        {t('today.showAll')}
      </Link>
    );
    return (
      <Section key={list} title={t(`today.list.${list}`)} total={total} more={more} shown={items.length} all={all}>
        {items.map((item) => (
          <InstalmentItem key={item.documentId} item={item} busy={busy === item.documentId} onAct={act} />
        ))}
      </Section>
    );
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={6}>
      {instalments('due')}
      <Section
        title={t('today.list.receipts')}
        total={today.receipts.total}
        more={today.receipts.more}
        shown={today.receipts.items.length}
      >
        {today.receipts.items.map((receipt) => (
          <ReceiptItem
            key={receipt.documentId}
            receipt={receipt}
            onReview={(decision, chosen) => setReview({ decision, receipt: chosen })}
          />
        ))}
      </Section>
      {today.arrangements.total > 0 && (
        <Section
          title={t('today.list.arrangements')}
          total={today.arrangements.total}
          more={today.arrangements.more}
          shown={today.arrangements.items.length}
        >
          {today.arrangements.items.map((item) => (
            <ThreatenedItem key={item.payment.documentId} item={item} />
          ))}
        </Section>
      )}
      {instalments('overdue')}
      {instalments('incomplete')}
      {today.toFollow.total > 0 && (
        <Section
          title={t('today.list.toFollow')}
          total={today.toFollow.total}
          more={today.toFollow.more}
          shown={today.toFollow.items.length}
          all={
            <Link tag={NavLink} to={paths.recurringGrid}>
              {t('today.showAll')}
            </Link>
          }
        >
          {today.toFollow.items.map((item) => (
            <AmountToFollow key={`${item.series}-${item.number}`} item={item} />
          ))}
        </Section>
      )}
      <Section
        title={t('today.list.failed')}
        total={today.failed.total}
        more={today.failed.more}
        shown={today.failed.items.length}
      >
        {today.failed.items.map((notice) => (
          <FailedNotice key={notice.documentId} notice={notice} />
        ))}
      </Section>
      {acting?.action === 'settle' && <SettleHere item={acting.item} onClose={close} />}
      {acting?.action === 'call' && <CallDialog item={acting.item} onClose={close} />}
      <ReviewDialogs review={review} onClose={() => setReview(null)} />
    </Flex>
  );
};

/** The page that opens first: what the day asks for, each of it settled where it stands. */
export const TodayPage = () => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const { data, isError, refetch } = useGetTodayQuery(undefined, {
    refetchOnMountOrArgChange: true,
    refetchOnFocus: true,
  });
  const create = allowed('create') && (
    <LinkButton tag={NavLink} to={paths.create} startIcon={<Plus />}>
      {t('list.create')}
    </LinkButton>
  );
  return (
    <Layouts.Root sideNav={<PaymentsNav />}>
      <Page.Title>{t('today.title')}</Page.Title>
      <Page.Main>
        <NarrowNav />
        <Layouts.Header
          title={t('today.title')}
          subtitle={data ? format.weekDay(data.date) : t('loading')}
          primaryAction={create}
        />
        <Layouts.Content>
          {isError && <ListError onRetry={refetch} />}
          {!isError && !data && <ListLoading />}
          {!isError && data && <Lists today={data} />}
        </Layouts.Content>
      </Page.Main>
    </Layouts.Root>
  );
};
