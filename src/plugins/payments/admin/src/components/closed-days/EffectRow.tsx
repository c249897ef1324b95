import { Box, Checkbox, Link, Td, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ClosedDayEffect } from '../../../../contracts/closed-days';
import { paths } from '../../constants';
import { useT } from '../../intl/useT';
import { Amount } from '../shared/Amount';

interface EffectRowProps {
  effect: ClosedDayEffect;
  chosen: boolean;
  /** Customer and payment in one column. */
  narrow: boolean;
  onChoose: (choice: boolean) => void;
}

const wrapping = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

const Payment = ({ effect }: { effect: ClosedDayEffect }) => (
  <>
    <Link tag={NavLink} to={paths.payment(effect.payment.documentId)}>
      {effect.payment.title}
    </Link>
    <Typography tag="p" variant="pi" textColor="neutral600">
      {[effect.payment.reference, `${effect.number}/${effect.of}`, effect.institution?.name]
        .filter(Boolean)
        .join(' · ')}
    </Typography>
  </>
);

/** One instalment that would move. */
export const EffectRow = ({ effect, chosen, narrow, onChoose }: EffectRowProps) => {
  const t = useT();
  const { customer, payment, number, of } = effect;
  const label = t('effects.choose', { customer: customer.name, title: payment.title, number, of });
  return (
    <Tr>
      <Td>
        <Checkbox aria-label={label} checked={chosen} onCheckedChange={(choice) => onChoose(choice === true)} />
      </Td>
      <Td>
        <Box maxWidth="36rem" style={wrapping}>
          <Typography fontWeight="semiBold">{customer.name}</Typography>
          {narrow && (
            <Box>
              <Payment effect={effect} />
            </Box>
          )}
        </Box>
      </Td>
      {!narrow && (
        <Td>
          <Box maxWidth="72rem" style={wrapping}>
            <Payment effect={effect} />
          </Box>
        </Td>
      )}
      <Td style={{ textAlign: 'right' }}>
        <Amount money={effect.outstanding} />
      </Td>
    </Tr>
  );
};
