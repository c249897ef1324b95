import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { StatementPaper } from '../components/customer/StatementPaper';
import { StatementTable } from '../components/customer/StatementTable';
import { PrintButton } from '../components/print/PrintButton';
import { ListEmpty } from '../components/shared/ListState';
import { paths } from '../constants';
import { useUrlQuery } from '../hooks/useUrlQuery';
import { useFormat } from '../intl/useFormat';
import { useT } from '../intl/useT';
import { useGetStatementQuery } from '../services/customers';

/** What a customer owes and paid, to be printed and handed out. */
export const StatementPage = () => {
  const t = useT();
  const format = useFormat();
  const { documentId = '' } = useParams();
  const [url, change] = useUrlQuery<'state'>();
  const state = url.state === 'open' ? 'open' : 'all';
  const { data, isError } = useGetStatementQuery({ documentId, state }, { refetchOnMountOrArgChange: true });
  if (isError) return <Page.Error />;
  if (!data) return <Page.Loading />;
  const sums = data.outstanding.map((money) => format.money(money)).join(' + ') || '—';
  return (
    <Page.Main>
      <Page.Title>{t('statement.of', { name: data.customer.name })}</Page.Title>
      <Layouts.Header
        title={t('statement.of', { name: data.customer.name })}
        subtitle={t('statement.asOf', { day: format.weekDay(data.date) })}
        navigationAction={<BackButton fallback={paths.customer(documentId)} />}
        primaryAction={<PrintButton />}
      />
      <Layouts.Action
        startActions={
          <Box minWidth="18rem">
            <SingleSelect
              size="S"
              aria-label={t('list.filter.state')}
              value={state}
              onChange={(value) => change({ state: value === 'open' ? 'open' : '' })}
            >
              <SingleSelectOption value="all">{t('statement.all')}</SingleSelectOption>
              <SingleSelectOption value="open">{t('statement.onlyOpen')}</SingleSelectOption>
            </SingleSelect>
          </Box>
        }
      />
      <Layouts.Content>
        {data.lines.length === 0 && <ListEmpty text={t('customer.noObligations')} />}
        {data.lines.length > 0 && (
          <>
            <StatementTable lines={data.lines} />
            <Flex justifyContent="flex-end" gap={2} paddingTop={4} paddingBottom={6}>
              <Typography>{t('summary.outstanding')}</Typography>
              <Typography fontWeight="bold">{sums}</Typography>
            </Flex>
          </>
        )}
        {data.more && <Typography textColor="neutral600">{t('statement.more')}</Typography>}
        <StatementPaper statement={data} />
      </Layouts.Content>
    </Page.Main>
  );
};
