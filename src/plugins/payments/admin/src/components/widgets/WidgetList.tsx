import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { useT } from '../../intl/useT';

/** The design system's link grows with its text; here what stands beside it must stay in view. */
const OneLine = styled(Typography<typeof NavLink>)`
  display: block;
  text-decoration: none;
`;

/** As wide as its widget: Strapi's scroll area would grow with the longest title, and the amounts beside it go out of view. */
const InWidget = styled.ul`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
`;

interface WidgetListProps<Item> {
  items: readonly Item[] | undefined;
  failed: boolean;
  /** How many there are in all, as far as they were counted. */
  total: number;
  empty: string;
  keyOf: (item: Item) => string;
  rowOf: (item: Item) => { to: string; what: string; details: string; aside: ReactNode };
}

/** The first few of a list, each a link to itself; the widget's own link leads to all of them. */
export const WidgetList = <Item,>({ items, failed, total, empty, keyOf, rowOf }: WidgetListProps<Item>) => {
  const t = useT();
  if (failed) return <Widget.Error />;
  if (!items) return <Widget.Loading />;
  if (items.length === 0) return <Widget.NoData>{empty}</Widget.NoData>;
  return (
    <>
      <InWidget>
        {items.map((item) => {
          const { to, what, details, aside } = rowOf(item);
          return (
            <Flex key={keyOf(item)} tag="li" gap={3} justifyContent="space-between" paddingTop={2} paddingBottom={2}>
              <Box style={{ flex: 1, minWidth: 0 }}>
                <OneLine tag={NavLink} to={to} title={what} textColor="primary600" ellipsis>
                  {what}
                </OneLine>
                <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
                  {details}
                </Typography>
              </Box>
              <Box style={{ flexShrink: 0 }}>{aside}</Box>
            </Flex>
          );
        })}
      </InWidget>
      {total > items.length && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
          {t('widget.more', { count: total - items.length })}
        </Typography>
      )}
    </>
  );
};
