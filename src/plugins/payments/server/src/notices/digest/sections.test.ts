import type { Day } from '../../../../domain/day';
import { minor } from '../../../../domain/money';
import type { DigestRow, Responsible } from '../../repositories/staff-digest';
import { digestsOf } from './sections';
import type { DigestMaterial, SectionName } from './sections';

const day = (value: string) => value as Day;
const office: Responsible = { name: 'Office', email: 'office@example.com', language: 'en' };
const maria: Responsible = { name: 'Maria', email: 'maria@example.com', language: 'el' };

const row = (instalment: string, dueDate: string, more: Partial<DigestRow> = {}): DigestRow => ({
  instalment,
  payment: `payment of ${instalment}`,
  title: instalment,
  reference: 'P-1',
  number: 1,
  of: 1,
  outstanding: minor(10_000),
  currency: 'EUR',
  dueDate: day(dueDate),
  customer: 'Customer',
  phone: null,
  hasCode: true,
  responsible: null,
  ...more,
});

/** A Friday, with Monday as the next working day. */
const material = (more: Partial<DigestMaterial>): DigestMaterial => ({
  today: day('2026-11-27'),
  next: day('2026-11-30'),
  incompleteUntil: day('2026-12-07'),
  due: [],
  reported: [],
  claims: new Map(),
  failed: [],
  waiting: [],
  arrangements: [],
  ...more,
});

const said = (
  more: Partial<DigestMaterial>,
  to: Responsible | null = office,
  only?: readonly SectionName[],
): string[][] =>
  digestsOf(material(more), to, only).map(({ recipient, sections }) => [
    recipient.email,
    ...sections.map(({ name, lines }) => `${name}: ${lines.map(({ what }) => what.split(' [')[0]).join(', ')}`),
  ]);

test('nothing happened: nobody is told anything', () => expect(said({})).toEqual([]));

test('what is due today or before the next working day is told, what is reported in full is not', () => {
  const due = [row('today', '2026-11-27'), row('sunday', '2026-11-29'), row('monday', '2026-11-30')];
  expect(said({ due })).toEqual([['office@example.com', 'due: today, sunday']]);
  const claims = new Map([
    ['today', minor(10_000)],
    ['sunday', minor(9_999)],
  ]);
  expect(said({ due, claims })).toEqual([['office@example.com', 'due: sunday']]);
});

test('a report is pressing up to and including the next working day', () => {
  const reported = [row('late', '2026-11-26'), row('monday', '2026-11-30'), row('tuesday', '2026-12-01')];
  expect(said({ reported })).toEqual([['office@example.com', 'review: monday', 'reported: late, tuesday']]);
});

test('switched off, only what presses is told', () => {
  const reported = [row('monday', '2026-11-30'), row('tuesday', '2026-12-01')];
  expect(said({ reported, due: [row('today', '2026-11-27')] }, office, ['review'])).toEqual([
    ['office@example.com', 'review: monday'],
  ]);
});

test('a missing code is asked for once for a payment, in the order of the dates', () => {
  const of = (payment: string) => ({ hasCode: false, payment });
  const due = [
    row('a1', '2026-12-01', of('a')),
    row('b1', '2026-12-02', of('b')),
    row('a2', '2026-12-03', of('a')),
    row('later', '2026-12-08', of('c')),
  ];
  expect(said({ due })).toEqual([['office@example.com', 'incomplete: a1, b1']]);
});

test('an amount that follows is asked for beside missing codes, by the name its payment will have', () => {
  const waiting = [
    {
      title: 'Contributions',
      naming: 'before' as const,
      period: 'monthly' as const,
      nominalDate: day('2026-11-30'),
      dueDate: day('2026-11-30'),
      customer: 'Customer',
      phone: null,
      responsible: null,
    },
  ];
  expect(said({ waiting })).toEqual([['office@example.com', 'incomplete: Contributions 10/2026']]);
});

test('each member of staff reads of their own customers, the office of the others', () => {
  const due = [row('mine', '2026-11-27', { responsible: maria }), row('nobody’s', '2026-11-27')];
  expect(said({ due })).toEqual([
    ['maria@example.com', 'due: mine'],
    ['office@example.com', 'due: nobody’s'],
  ]);
  expect(said({ due }, null)).toEqual([['maria@example.com', 'due: mine']]);
});

test('an address that is no address counts as none, and one address gets one mail however it is written', () => {
  const due = [
    row('broken', '2026-11-27', { responsible: { ...maria, email: 'a@b.gr, c@d.gr' } }),
    row('same', '2026-11-27', { responsible: { ...maria, email: 'OFFICE@example.com' } }),
  ];
  expect(said({ due })).toEqual([['office@example.com', 'due: broken, same']]);
});

test('many are listed in part and counted in full', () => {
  const due = Array.from({ length: 40 }, (_, index) => row(`row ${index}`, '2026-11-27'));
  const [digest] = digestsOf(material({ due }), office);
  expect(digest?.sections).toMatchObject([{ name: 'due', count: 40 }]);
  expect(digest?.sections[0]?.lines).toHaveLength(25);
});
