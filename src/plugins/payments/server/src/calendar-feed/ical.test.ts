import { fold, toICalendar } from './ical';
import type { CalendarEntry } from './ical';

const entry: CalendarEntry = {
  uid: 'z9y8x7@payments',
  sequence: 3,
  changedAt: new Date('2026-11-23T08:00:00.123Z'),
  day: '2026-12-31',
  summary: 'Tax 1/2: 100,00 €',
  description: 'Line one\nline two; with, and \\',
  url: 'https://office.example.com/portal/obligations/k2f9',
  status: 'CONFIRMED',
};

const textOf = (changes: Partial<CalendarEntry> = {}) =>
  toICalendar({ name: 'Office', entries: [{ ...entry, ...changes }] });

describe('fold', () => {
  it.each([
    ['ascii', 'a'.repeat(400)],
    ['Greek, two octets each', 'α'.repeat(200)],
    ['pairs of surrogates, four octets each', '😀'.repeat(100)],
    ['a mix', 'aα€😀'.repeat(60)],
  ])('cuts %s at 75 octets, between characters, and nothing is lost', (_name, text) => {
    const folded = fold(text);
    const lines = folded.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(folded.replace(/\r\n /g, '')).toBe(text);
    expect(folded).not.toContain('\ufffd');
  });

  it('leaves a line of 75 octets alone', () => {
    expect(fold('a'.repeat(75))).toBe('a'.repeat(75));
    expect(fold('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  });
});

describe('toICalendar', () => {
  it('writes a whole day, which ends with the next', () => {
    expect(textOf()).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(textOf({ day: '2028-02-28' })).toContain('DTEND;VALUE=DATE:20280229\r\n');
  });

  it('escapes what would mean something', () => {
    expect(textOf().replace(/\r\n /g, '')).toContain('DESCRIPTION:Line one\\nline two\\; with\\, and \\\\\r\n');
    const attack = textOf({ summary: 'Tax\r\nEND:VEVENT\r\nBEGIN:VEVENT' });
    expect(attack.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });

  it('ends every line with CR LF', () => {
    const text = textOf();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});
