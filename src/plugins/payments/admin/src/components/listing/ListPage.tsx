import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NarrowNav, PaymentsNav } from '../shared/PaymentsNav';
import { ListBody } from './ListBody';
import type { ListBodyProps } from './ListBody';

interface ListPageProps<Row> extends ListBodyProps<Row> {
  title: string;
  subtitle: string;
  /** The one thing that the page is opened for, besides reading it. */
  primaryAction?: ReactNode;
  secondaryAction?: ReactNode;
  /** Search and filters, in the bar above the rows. */
  filters?: ReactNode;
  /** Between the filters and the rows: sums, warnings, actions on what is chosen. */
  above?: ReactNode;
  /** What is open over the page. */
  dialogs?: ReactNode;
}

/**
 * A page that is one list: header, filters, rows or what stands in their place, pages. Every list of the plugin is this one; a new one
 * says its columns (`RowsTable`) and its query.
 */
export const ListPage = <Row,>({
  title,
  subtitle,
  primaryAction,
  secondaryAction,
  filters,
  above,
  dialogs,
  ...body
}: ListPageProps<Row>) => (
  <Layouts.Root sideNav={<PaymentsNav />}>
    <Page.Title>{title}</Page.Title>
    <Page.Main>
      <NarrowNav />
      <Layouts.Header
        title={title}
        subtitle={subtitle}
        primaryAction={primaryAction}
        secondaryAction={secondaryAction}
      />
      {filters && <Layouts.Action startActions={filters} />}
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" paddingBottom={6}>
          {above}
          <ListBody {...body} />
        </Flex>
      </Layouts.Content>
      {dialogs}
    </Page.Main>
  </Layouts.Root>
);
