import { Badge, Flex, Grid } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { ContactsPanel } from '../components/customer/ContactsPanel';
import { CustomerActions } from '../components/customer/CustomerActions';
import { ObligationsPanel } from '../components/customer/ObligationsPanel';
import { paths } from '../constants';
import { useT } from '../intl/useT';
import { useGetCustomerQuery } from '../services/customers';

/** One customer: what is owed, and who acts for it. */
export const CustomerPage = () => {
  const t = useT();
  const { documentId = '' } = useParams();
  const { data: customer, isError } = useGetCustomerQuery(documentId, { refetchOnMountOrArgChange: true });
  if (isError) return <Page.Error />;
  if (!customer) return <Page.Loading />;
  const { name, taxNumber, phone, responsible, archivedAt, erasedAt, remindersPaused } = customer;
  const facts = [taxNumber, phone, responsible && t('customer.responsible', { name: responsible.name })];
  return (
    <Page.Main>
      <Page.Title>{name}</Page.Title>
      <Layouts.Header
        title={name}
        subtitle={facts.filter(Boolean).join(' · ')}
        navigationAction={<BackButton fallback={paths.customers} />}
        secondaryAction={
          <Flex gap={2}>
            {erasedAt && <Badge>{t('customers.erased')}</Badge>}
            {archivedAt && !erasedAt && <Badge>{t('customers.archived')}</Badge>}
            {remindersPaused && <Badge>{t('payment.paused')}</Badge>}
          </Flex>
        }
        primaryAction={<CustomerActions customer={customer} />}
      />
      <Layouts.Content>
        <Grid.Root gap={6} gridCols={12} paddingBottom={6}>
          <Grid.Item col={8} s={12} xs={12} alignItems="flex-start" minWidth={0}>
            <ObligationsPanel customer={customer} />
          </Grid.Item>
          <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
            <ContactsPanel customer={customer} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
};
