/** No reminder goes between these hours of the office's day (product, *Reminders*), but those that staff send by hand. */
const QUIET_FROM = 21;
const QUIET_UNTIL = 8;

/** @param hour of the office's day, 0 to 23 */
export const isQuiet = (hour: number): boolean => hour >= QUIET_FROM || hour < QUIET_UNTIL;
