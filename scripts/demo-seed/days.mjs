/** `YYYY-MM-DD` shifted by days. */
export const plusDays = (day, count) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

/** The last day of the month that lies `count` months after the day's own. */
export const monthEnd = (day, count) => {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + count, 0)).toISOString().slice(0, 10);
};

/** 31 March of this year where it is still to come, else of the next: where property tax begins. */
export const comingMarch = (day) => `${Number(day.slice(0, 4)) + (day.slice(5) < '03-01' ? 0 : 1)}-03-31`;
