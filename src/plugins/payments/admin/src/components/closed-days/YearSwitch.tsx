import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useT } from '../../intl/useT';
import { FIRST_YEAR, LAST_YEAR } from './useClosedDays';

interface YearSwitchProps {
  year: number;
  thisYear: number;
  onChange: (year: number) => void;
}

/** Where in time, and on or back. */
export const YearSwitch = ({ year, thisYear, onChange }: YearSwitchProps) => {
  const t = useT();
  return (
    <Flex gap={2} wrap="wrap">
      <IconButton
        label={t('closedDays.year.previous')}
        disabled={year <= FIRST_YEAR}
        onClick={() => onChange(year - 1)}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton label={t('closedDays.year.next')} disabled={year >= LAST_YEAR} onClick={() => onChange(year + 1)}>
        <ChevronRight />
      </IconButton>
      <Button variant="tertiary" disabled={year === thisYear} onClick={() => onChange(thisYear)}>
        {t('closedDays.year.this')}
      </Button>
      <Typography variant="beta" tag="h2" aria-live="polite">
        {year}
      </Typography>
    </Flex>
  );
};
