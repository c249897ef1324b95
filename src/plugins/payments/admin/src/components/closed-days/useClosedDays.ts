import { useMemo } from 'react';
import { useOffice } from '../../hooks/useOffice';
import { useUrlQuery } from '../../hooks/useUrlQuery';
import { useListClosedDaysQuery, usePublicHolidaysQuery } from '../../services/closed-days';
import { yearDays } from './yearDays';

/** The years whose days the product knows. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

const yearOf = (text: string | undefined, fallback: number): number => {
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : fallback;
};

/** The closed days of the year that the address names, this one unless told. */
export const useClosedDays = () => {
  const { today } = useOffice();
  const [url, change] = useUrlQuery<'year'>();
  const thisYear = Number(today.slice(0, 4));
  const year = yearOf(url.year, thisYear);
  const holidays = usePublicHolidaysQuery(year);
  const own = useListClosedDaysQuery(year, { refetchOnMountOrArgChange: true });
  const days = useMemo(
    // while another year is on its way, what is at hand is the one before
    () => (holidays.currentData && own.currentData ? yearDays(holidays.currentData.data, own.currentData) : undefined),
    [holidays.currentData, own.currentData],
  );
  const knownUntil = holidays.currentData?.meta.knownUntil ?? null;

  return {
    year,
    thisYear,
    showYear: (next: number) => change({ year: next === thisYear ? '' : String(next) }),
    days,
    isError: holidays.isError || own.isError,
    refetch: () => {
      void holidays.refetch();
      void own.refetch();
    },
    /** The last day of movable feasts that are known, where the year goes beyond it. */
    lunarDataEnds: knownUntil !== null && knownUntil < `${year}-12-31` ? knownUntil : null,
  };
};
