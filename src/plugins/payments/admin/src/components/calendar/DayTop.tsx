import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { z } from 'zod';
import type { closedDay } from '../../../../contracts/calendar';
import { useT } from '../../intl/useT';

interface DayTopProps {
  number: string;
  closed: z.output<typeof closedDay> | undefined;
  today: boolean;
  narrow: boolean;
}

const Number = styled.span<{ $today: boolean }>`
  flex: none;
  min-width: 2.4rem;
  line-height: 2.4rem;
  text-align: center;
  border-radius: 1.2rem;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  color: ${({ theme, $today }) => ($today ? theme.colors.buttonNeutral0 : theme.colors.neutral800)};
  background: ${({ theme, $today }) => ($today ? theme.colors.buttonPrimary600 : 'none')};
`;

/** A day's number with the name of what closes it. What is only expected, or the office's own, moves no date. */
export const DayTop = ({ number, closed, today, narrow }: DayTopProps) => {
  const t = useT();
  return (
    <Flex
      justifyContent="space-between"
      alignItems="flex-start"
      gap={2}
      width="100%"
      direction={narrow ? 'column-reverse' : 'row'}
    >
      {closed ? (
        <Typography
          variant="pi"
          textColor="neutral600"
          title={closed.name}
          style={{ overflowWrap: 'anywhere', fontSize: narrow ? '1rem' : undefined }}
        >
          {closed.kind === 'expected' || closed.kind === 'office'
            ? t(`closedDay.${closed.kind}`, { name: closed.name })
            : closed.name}
        </Typography>
      ) : (
        <span />
      )}
      <Number $today={today}>{number}</Number>
    </Flex>
  );
};
