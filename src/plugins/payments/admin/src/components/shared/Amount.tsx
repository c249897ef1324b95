import { Typography } from '@strapi/design-system';
import type { TypographyProps } from '@strapi/design-system';
import { useFormat } from '../../intl/useFormat';
import type { MoneyText } from '../../intl/format';

/** An amount in tabular figures that never breaks over two lines. */
export const Amount = ({ money, ...props }: { money: MoneyText } & Omit<TypographyProps, 'children'>) => {
  const format = useFormat();
  return (
    <Typography {...props} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {format.money(money)}
    </Typography>
  );
};
