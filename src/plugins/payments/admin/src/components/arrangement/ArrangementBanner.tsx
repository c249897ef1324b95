import type { ReactNode } from 'react';
import { Button, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { PaymentLink } from '../../../../contracts/arrangements';
import type { StaffPayment } from '../../../../contracts/payment';
import { paths } from '../../constants';
import { useAllowed } from '../../hooks/useAllowed';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { useStandingText } from './useStandingText';

type Tone = 'danger' | 'warning' | 'neutral';

interface BarProps {
  tone: Tone;
  children: ReactNode;
  action?: ReactNode;
}

const Bar = ({ tone, children, action }: BarProps) => {
  const t = useT();
  return (
    <Flex
      tag="section"
      aria-label={t('arrangement.title')}
      background={tone === 'neutral' ? 'neutral0' : `${tone}100`}
      borderColor={`${tone}200`}
      hasRadius
      padding={4}
      gap={3}
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex gap={3} flex="1" minWidth="24rem">
        <WarningCircle aria-hidden fill={`${tone}${tone === 'neutral' ? '600' : '700'}`} style={{ flexShrink: 0 }} />
        <Typography textColor="neutral800">{children}</Typography>
      </Flex>
      {action}
    </Flex>
  );
};

const Reference = ({ to }: { to: PaymentLink }) => (
  <Link tag={NavLink} to={paths.payment(to.documentId)}>
    {to.reference}
  </Link>
);

/** That it was lost, when, and what replaces it, or where that is registered. */
const Lost = ({ payment, lostOn }: { payment: StaffPayment; lostOn: string }) => {
  const t = useT();
  const format = useFormat();
  const allowed = useAllowed();
  const { replacedBy } = payment;
  return (
    <Bar
      tone="neutral"
      action={
        !replacedBy &&
        allowed('create') && (
          <LinkButton tag={NavLink} variant="secondary" to={paths.replacement(payment.documentId)}>
            {t('arrangement.replace')}
          </LinkButton>
        )
      }
    >
      {t('arrangement.lost', { day: format.weekDay(lostOn) })}{' '}
      {replacedBy ? (
        <>
          {t('arrangement.replacedBy')} <Reference to={replacedBy} />
        </>
      ) : (
        t('arrangement.notReplaced')
      )}
    </Bar>
  );
};

/** How an arrangement stands where that needs somebody: at risk, over, lost, or the payment that came after it. */
export const ArrangementBanner = ({ payment, onLose }: { payment: StaffPayment; onLose: () => void }) => {
  const t = useT();
  const allowed = useAllowed();
  const standingText = useStandingText();
  const { arrangement, lostAfter, lostOn, replaces } = payment;
  const text = arrangement && lostAfter !== null ? standingText({ ...arrangement, lostAfter }) : null;
  const isOver = arrangement?.state === 'over';
  return (
    <>
      {lostOn && <Lost payment={payment} lostOn={lostOn} />}
      {text && (
        <Bar
          tone={isOver ? 'danger' : 'warning'}
          action={
            isOver &&
            allowed('update') && (
              <Button variant="danger-light" onClick={onLose}>
                {t('menu.action.lose')}
              </Button>
            )
          }
        >
          {text}
        </Bar>
      )}
      {replaces.length > 0 && (
        <Bar tone="neutral">
          {t('arrangement.replaces')}{' '}
          {replaces.map((each, index) => (
            <span key={each.documentId}>
              {index > 0 && ', '}
              <Reference to={each} />
            </span>
          ))}
        </Bar>
      )}
    </>
  );
};
