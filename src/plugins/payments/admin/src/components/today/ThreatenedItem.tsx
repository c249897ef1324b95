import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ThreatenedArrangement } from '../../../../contracts/today';
import { paths } from '../../constants';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useStandingText } from '../arrangement/useStandingText';
import { SectionRow } from './Section';

/** An arrangement that is lost, or that its next missed deadline loses; what is done about it is done on its page. */
export const ThreatenedItem = ({ item }: { item: ThreatenedArrangement }) => {
  const t = useT();
  const format = useFormat();
  const standingText = useStandingText();
  const { payment, customer, institution, outstanding, state } = item;
  return (
    <SectionRow
      actions={
        <LinkButton
          tag={NavLink}
          size="S"
          variant="secondary"
          to={paths.payment(payment.documentId)}
          aria-label={`${t('today.arrangements.open')}: ${payment.title}, ${customer.name}`}
        >
          {t('today.arrangements.open')}
        </LinkButton>
      }
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Link tag={NavLink} to={paths.customer(customer.documentId)}>
          {customer.name}
        </Link>
        <Typography variant="pi" textColor="neutral600">
          {[payment.title, payment.reference, institution?.name, format.money(outstanding), customer.phone]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Typography variant="pi" fontWeight="semiBold" textColor={state === 'over' ? 'danger600' : 'neutral800'}>
          {standingText(item)}
        </Typography>
      </Flex>
    </SectionRow>
  );
};
