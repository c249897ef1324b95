/** One all-day entry of a calendar. */
export interface CalendarEntry {
  /** The same for ever; readers know an entry by it. */
  readonly uid: string;
  /** Rises with every change of the entry. */
  readonly sequence: number;
  readonly changedAt: Date;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string | null;
  readonly status: 'CONFIRMED' | 'CANCELLED';
}

export interface CalendarText {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

const MOST_OCTETS = 75;

/** RFC 5545 §3.3.11: the four characters that mean something; other control characters are in no text. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** RFC 5545 §3.1: at most 75 octets in a line, and no character torn apart; the space that begins the next line counts. */
export function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...lines, current].join('\r\n');
}

/** `20261231T080000Z`. */
const stamp = (date: Date): string => `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const compact = (day: string): string => day.replace(/-/g, '');

/** The day after, which ends an all-day entry without being part of it. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const linesOf = ({ uid, sequence, changedAt, day, summary, description, url, status }: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `SEQUENCE:${sequence}`,
  `DTSTAMP:${stamp(changedAt)}`,
  `LAST-MODIFIED:${stamp(changedAt)}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
  `SUMMARY:${escaped(summary)}`,
  ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
  ...(url ? [`URL:${url}`] : []),
  `STATUS:${status}`,
  // A day on which something is due is a free day all the same.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A calendar as iCalendar (RFC 5545): CRLF, folded by octets, days without times or zones. */
export function toICalendar({ name, entries }: CalendarText): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//strapi-plugin-payments//obligations//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
