export { makeCalendar } from './business-calendar';
export type { BusinessCalendar, CalendarInput, ClosedReason, HolidaysOfYear, NamedDay } from './business-calendar';
export { adjust, directionOf } from './conventions';
export type { Convention } from './conventions';
export { isOpen, nextOpen, payBy, previousOpen, subtractOpenDays } from './open-days';
