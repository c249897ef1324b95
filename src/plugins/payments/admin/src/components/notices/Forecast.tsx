import { Box, Button, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile, useNotification } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ForecastItem } from '../../../../contracts/notice';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useForecastQuery, useHoldReminderMutation } from '../../services/notices';
import { HeaderCell } from '../shared/HeaderCell';
import { ListEmpty, ListError, ListLoading } from '../shared/ListState';
import { useStepText } from './useStepText';

const DAYS = 14;

const About = ({ item: { payment, instalment, customer } }: { item: ForecastItem }) => {
  const format = useFormat();
  const number = instalment.of > 1 ? `, ${instalment.number}/${instalment.of}` : '';
  return (
    <>
      <Link tag={NavLink} to={paths.payment(payment.documentId)}>
        <Typography fontWeight="semiBold">{`${payment.title}${number}`}</Typography>
      </Link>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[customer.name, format.money(instalment.outstanding), payment.reference].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
};

/** Who gets it, or why nobody will. */
const Whom = ({ item: { contacts, reason } }: { item: ForecastItem }) => {
  const t = useT();
  if (reason === null) return <Typography>{contacts.map(({ name }) => name).join(', ')}</Typography>;
  return <Typography textColor="neutral600">{t('forecast.nobody', { reason: t(`skip.${reason}`) })}</Typography>;
};

const Hold = ({ item }: { item: ForecastItem }) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [hold, { isLoading }] = useHoldReminderMutation();
  const run = async () => {
    const held = await hold(item.instalment.documentId);
    toggleNotification(
      'error' in held
        ? { type: 'warning', message: t('forecast.hold.late') }
        : { type: 'success', message: t('forecast.hold.done') },
    );
  };
  return (
    <Button size="S" variant="tertiary" loading={isLoading} onClick={() => void run()}>
      {t('forecast.hold')}
    </Button>
  );
};

const ForecastRow = ({ item, narrow, mayHold }: { item: ForecastItem; narrow: boolean; mayHold: boolean }) => {
  const t = useT();
  const format = useFormat();
  const stepText = useStepText();
  const when = (
    <>
      <Typography style={{ whiteSpace: 'nowrap' }}>{format.weekDay(item.day)}</Typography>
      <Typography tag="p" variant="pi" textColor={item.kind === 'overdue' ? 'danger600' : 'neutral600'}>
        {`${t(`noticeKind.${item.kind}`)} · ${stepText(item.step)}`}
      </Typography>
    </>
  );
  return (
    <Tr>
      {!narrow && <Td>{when}</Td>}
      <Td>
        <Box maxWidth={narrow ? '100%' : '36rem'} paddingTop={3} paddingBottom={3} style={{ whiteSpace: 'normal' }}>
          {narrow && when}
          <About item={item} />
          {narrow && (
            <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={1}>
              <Whom item={item} />
              {mayHold && <Hold item={item} />}
            </Flex>
          )}
        </Box>
      </Td>
      {!narrow && (
        <>
          <Td>
            <Box maxWidth="28rem" style={{ whiteSpace: 'normal' }}>
              <Whom item={item} />
            </Box>
          </Td>
          <Td>{mayHold && <Hold item={item} />}</Td>
        </>
      )}
    </Tr>
  );
};

/** An instalment's next reminder can be held back; those that follow it wait for their turn. */
const isNext = (item: ForecastItem, items: readonly ForecastItem[]): boolean =>
  item.reason === null && items.find(({ instalment }) => instalment.documentId === item.instalment.documentId) === item;

/** The reminders of the next days, as they go out if nothing changes. */
export const Forecast = () => {
  const t = useT();
  const narrow = useIsMobile();
  const allowed = useAllowed();
  const { data, isError, refetch } = useForecastQuery(DAYS, { refetchOnMountOrArgChange: true });
  if (isError) return <ListError onRetry={refetch} />;
  if (!data) return <ListLoading />;
  const items = data.data;
  if (items.length === 0) return <ListEmpty text={t('forecast.empty')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Table colCount={narrow ? 1 : 4} rowCount={items.length + 1} aria-label={t('forecast.title')}>
        <Thead>
          <Tr>
            {!narrow && <HeaderCell>{t('column.when')}</HeaderCell>}
            <HeaderCell>{t('column.payment')}</HeaderCell>
            {!narrow && (
              <>
                <HeaderCell>{t('column.recipient')}</HeaderCell>
                <Th>{''}</Th>
              </>
            )}
          </Tr>
        </Thead>
        <Tbody>
          {items.map((item) => (
            <ForecastRow
              key={`${item.instalment.documentId} ${item.step} ${item.day}`}
              item={item}
              narrow={narrow}
              mayHold={allowed('send') && isNext(item, items)}
            />
          ))}
        </Tbody>
      </Table>
      {data.meta.more && <Typography textColor="neutral600">{t('forecast.more')}</Typography>}
    </Flex>
  );
};
