import { useT } from '../../intl/useT';
import { useListNoticesQuery } from '../../services/notices';
import { paths } from '../../constants';
import { Tag } from '../shared/Tag';
import { noticeLooks } from '../notices/looks';
import { WidgetList } from './WidgetList';
import { WidgetShell } from './WidgetShell';

const Failed = () => {
  const t = useT();
  const { data, isError } = useListNoticesQuery(
    { state: 'problem', pageSize: '5' },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <WidgetList
      items={data?.data}
      failed={isError}
      total={data?.meta.pagination.total ?? 0}
      empty={t('widget.failed.none')}
      keyOf={({ documentId }) => documentId}
      rowOf={({ subject, kind, state, contact, recipient }) => ({
        to: `${paths.notices}?state=${state}`,
        what: subject ?? t(`noticeKind.${kind}`),
        details: [contact?.name, recipient].filter(Boolean).join(' · '),
        aside: <Tag {...noticeLooks[state]}>{t(`noticeState.${state}`)}</Tag>,
      })}
    />
  );
};

/** Mails that did not arrive, or may not have. */
export const FailedNotices = () => (
  <WidgetShell>
    <Failed />
  </WidgetShell>
);
