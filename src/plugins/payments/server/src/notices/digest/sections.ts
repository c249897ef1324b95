import type { Day } from '../../../../domain/day';
import type { MinorUnits } from '../../../../domain/money';
import { periodLabel } from '../../../../domain/series';
import type { DigestRow, FailedRow, Responsible, WaitingRow } from '../../repositories/staff-digest';
import type { Threatened } from '../../services/arrangements';
import { outstandingIn } from '../../services/arrangements';
import { isOneAddress } from '../address';

/** What a digest tells of, in the order in which it does. */
export const SECTIONS = ['review', 'lost', 'atRisk', 'due', 'reported', 'failed', 'incomplete'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** One line of a digest; amounts in minor units of the currency. */
export interface DigestLine {
  /** DocumentId, where it is about a payment. */
  readonly payment: string | null;
  readonly what: string;
  readonly who: string;
  readonly phone: string | null;
  readonly day: Day | null;
  readonly amount: MinorUnits | null;
  readonly currency: string | null;
}

export interface DigestSection {
  readonly name: SectionName;
  readonly count: number;
  /** The first of them. */
  readonly lines: readonly DigestLine[];
}

/** A plan that is lost, or nearly, and who is told of it; null is the office. */
export type ArrangementEntry = Threatened & { readonly responsible: Responsible | null };

/** Who gets a digest, and what it says. */
export interface Digest {
  readonly recipient: Responsible;
  readonly sections: readonly DigestSection[];
}

/** What happened, read before it is sorted out. */
export interface DigestMaterial {
  /** The day of the digest, and the next on which staff are at work. */
  readonly today: Day;
  readonly next: Day;
  /** Open instalments from today on for as long as a code is asked for. */
  readonly due: readonly DigestRow[];
  /** Those for which a receipt waits. */
  readonly reported: readonly DigestRow[];
  /** What the receipts that wait claim, by instalment. */
  readonly claims: ReadonlyMap<string, MinorUnits>;
  readonly failed: readonly FailedRow[];
  /** Periods of recurring obligations whose amount follows. */
  readonly waiting: readonly WaitingRow[];
  readonly arrangements: readonly ArrangementEntry[];
  /** Last day on which a missing code is told of. */
  readonly incompleteUntil: Day;
}

/** Lines that a section lists before it counts the rest. */
const MOST_LINES = 25;

type Entry = { readonly name: SectionName; readonly responsible: Responsible | null; readonly line: DigestLine };

/**
 * Sorts out who is told what: the member of staff who is responsible for the customer, else the office. Whoever has nothing to be told
 * of gets nothing.
 *
 * @param office where there is nobody responsible; null where the office has no address
 * @param only sections that are wanted
 */
export function digestsOf(
  material: DigestMaterial,
  office: Responsible | null,
  only: readonly SectionName[] = SECTIONS,
): Digest[] {
  const byAddress = new Map<string, { recipient: Responsible; entries: Entry[] }>();
  for (const entry of entriesOf(material)) {
    if (!only.includes(entry.name)) continue;
    const recipient = entry.responsible && isOneAddress(entry.responsible.email) ? entry.responsible : office;
    if (!recipient) continue;
    const key = recipient.email.toLowerCase();
    const known = byAddress.get(key) ?? { recipient, entries: [] };
    known.entries.push(entry);
    byAddress.set(key, known);
  }
  return [...byAddress.keys()].sort().map((key) => {
    const { recipient, entries } = byAddress.get(key) as { recipient: Responsible; entries: Entry[] };
    return { recipient, sections: SECTIONS.flatMap((name) => sectionOf(name, entries)) };
  });
}

function sectionOf(name: SectionName, entries: readonly Entry[]): DigestSection[] {
  const lines = entries.filter((entry) => entry.name === name).map(({ line }) => line);
  return lines.length > 0 ? [{ name, count: lines.length, lines: lines.slice(0, MOST_LINES) }] : [];
}

function entriesOf(material: DigestMaterial): Entry[] {
  const { today, next, due, reported, claims, failed, waiting, arrangements, incompleteUntil } = material;
  const isReported = (row: DigestRow) => (claims.get(row.instalment) ?? -1) >= row.outstanding;
  // What falls due while nobody is there belongs to the day before.
  const dueNow = due.filter((row) => row.dueDate < next && !isReported(row));
  const incomplete = firstOfEach(due.filter((row) => !row.hasCode && row.dueDate <= incompleteUntil));
  const isPressing = (row: DigestRow) => row.dueDate >= today && row.dueDate <= next;
  return [
    ...reported.filter(isPressing).map((row) => entryOf('review', row)),
    ...arrangements.map(arrangementEntry),
    ...dueNow.map((row) => entryOf('due', row)),
    ...reported.filter((row) => !isPressing(row)).map((row) => entryOf('reported', row)),
    ...failed.map(failedEntry),
    ...waiting.map(waitingEntry),
    ...incomplete.map((row) => entryOf('incomplete', row)),
  ];
}

/** The code belongs to the payment: it is asked for once, for the instalment that is due first. */
const firstOfEach = (rows: readonly DigestRow[]): DigestRow[] =>
  rows.filter((row, index) => rows.findIndex(({ payment }) => payment === row.payment) === index);

function entryOf(name: SectionName, row: DigestRow): Entry {
  const number = row.of > 1 ? `, ${row.number}/${row.of}` : '';
  return {
    name,
    responsible: row.responsible,
    line: {
      payment: row.payment,
      what: `${row.title}${number} [${row.reference}]`,
      who: row.customer,
      phone: row.phone,
      day: row.dueDate,
      amount: row.outstanding,
      currency: row.currency,
    },
  };
}

/** What is lost was due on its last deadline, what is at risk is lost after it. */
const arrangementEntry = ({ payment, standing, responsible }: ArrangementEntry): Entry => ({
  name: standing.state === 'over' ? 'lost' : 'atRisk',
  responsible,
  line: {
    payment: payment.documentId,
    what: `${payment.state.title} [${payment.reference ?? ''}]`,
    who: payment.customer?.name ?? '',
    phone: payment.customer?.phone ?? null,
    day: standing.lossDate,
    amount: outstandingIn(payment),
    currency: payment.state.currency,
  },
});

const failedEntry = ({ recipient, subject, kind, contact, responsible }: FailedRow): Entry => ({
  name: 'failed',
  responsible,
  line: {
    payment: null,
    what: subject ?? kind,
    who: [contact, recipient].filter(Boolean).join(' · '),
    phone: null,
    day: null,
    amount: null,
    currency: null,
  },
});

const waitingEntry = ({
  title,
  naming,
  period,
  nominalDate,
  dueDate,
  customer,
  phone,
  responsible,
}: WaitingRow): Entry => ({
  name: 'incomplete',
  responsible,
  line: {
    payment: null,
    what: [title, periodLabel(nominalDate, period, naming)].filter(Boolean).join(' '),
    who: customer,
    phone,
    day: dueDate,
    amount: null,
    currency: null,
  },
});
