import {
  Box,
  Button,
  Flex,
  IconButton,
  IconButtonGroup,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { BulletList, Calendar, ChevronLeft, ChevronRight, GridNine } from '@strapi/icons';
import { useFormat } from '../../intl/useFormat';
import { useT } from '../../intl/useT';
import { SearchBox } from '../shared/SearchBox';
import { CALENDAR_STATES, VIEWS } from './useCalendarUrl';
import type { CalendarUrl, View } from './useCalendarUrl';

const ICONS = { month: Calendar, agenda: BulletList, table: GridNine } as const;

/** Where in time, and on or back. */
export const CalendarNavigation = ({ url }: { url: CalendarUrl }) => {
  const t = useT();
  const format = useFormat();
  const unit = url.day ? 'day' : 'month';
  return (
    <Flex gap={2} wrap="wrap">
      <IconButton label={t(`calendar.previous.${unit}`)} onClick={() => url.move(-1)}>
        <ChevronLeft />
      </IconButton>
      <IconButton label={t(`calendar.next.${unit}`)} onClick={() => url.move(1)}>
        <ChevronRight />
      </IconButton>
      <Button variant="tertiary" onClick={url.showToday}>
        {t('calendar.today')}
      </Button>
      <Typography variant="beta" tag="h2" aria-live="polite">
        {url.day ? format.weekDay(url.day) : format.month(url.date)}
      </Typography>
      {url.day && (
        <Button variant="ghost" size="S" onClick={() => url.change({ day: '' })}>
          {t('calendar.wholeMonth')}
        </Button>
      )}
    </Flex>
  );
};

/** What is shown of it. */
export const CalendarFilters = ({ url }: { url: CalendarUrl }) => {
  const t = useT();
  return (
    <>
      <SearchBox
        label={t('calendar.search')}
        placeholder={t('calendar.search.placeholder')}
        value={url.filters.q ?? ''}
        onSearch={(q) => url.change({ q })}
      />
      <Box minWidth="18rem">
        <SingleSelect
          size="S"
          aria-label={t('list.filter.state')}
          value={url.state}
          onChange={(state) => url.change({ state: state === 'all' ? '' : String(state) })}
        >
          {CALENDAR_STATES.map((state) => (
            <SingleSelectOption key={state} value={state}>
              {t(`calendar.filter.${state}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </>
  );
};

/** Month, agenda or table, of the same query. */
export const ViewSwitch = ({ view, onChange }: { view: View; onChange: (view: View) => void }) => {
  const t = useT();
  return (
    <IconButtonGroup role="group" aria-label={t('calendar.view')}>
      {VIEWS.map((option) => {
        const Icon = ICONS[option];
        return (
          <IconButton
            key={option}
            label={t(`calendar.view.${option}`)}
            aria-pressed={view === option}
            variant={view === option ? 'secondary' : 'tertiary'}
            onClick={() => onChange(option)}
          >
            <Icon />
          </IconButton>
        );
      })}
    </IconButtonGroup>
  );
};
