import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { AmountToFollow as Waiting } from '../../../../contracts/today';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { SectionRow } from './Section';

/** A period of a recurring obligation that waits for its amount; it is typed in the grid of its month. */
export const AmountToFollow = ({ item }: { item: Waiting }) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const { customer, institution, title, nominalDate, dueDate } = item;
  return (
    <SectionRow
      actions={
        allowed('update') && (
          <LinkButton
            tag={NavLink}
            size="S"
            variant="secondary"
            to={`${paths.recurringGrid}?month=${nominalDate.slice(0, 7)}`}
            aria-label={`${t('today.toFollow.fill')}: ${title}, ${customer.name}`}
          >
            {t('today.toFollow.fill')}
          </LinkButton>
        )
      }
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="semiBold">{customer.name}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {[title, institution?.name, format.weekDay(dueDate), customer.phone].filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
    </SectionRow>
  );
};
