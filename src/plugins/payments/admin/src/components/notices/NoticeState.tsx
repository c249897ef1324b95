import { Typography } from '@strapi/design-system';
import type { NoticeItem } from '../../../../contracts/notice';
import { useT } from '../../intl/useT';
import { Tag } from '../shared/Tag';
import { noticeLooks } from './looks';

/** A notice's state in a word, and below it why it is so. */
export const NoticeState = ({ notice }: { notice: Pick<NoticeItem, 'state' | 'reason' | 'error'> }) => {
  const t = useT();
  const { state, reason, error } = notice;
  const why = reason ? t(`skip.${reason}`) : error;
  return (
    <>
      <Tag {...noticeLooks[state]}>{t(`noticeState.${state}`)}</Tag>
      {why && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
          {why}
        </Typography>
      )}
    </>
  );
};
