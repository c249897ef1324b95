import { crowdTitle, seedCrowd, type Crowd } from './crowd';
import { startMailbox, type Mailbox } from './mailbox';
import { startReplicas, type Server } from './server';
import type { Database } from './server-process';
import { eventually } from './wait';

/** Friday a week before the crowd's due date, half an hour after the office's hour in Athens. */
export const reminderMorning = '2031-01-24T07:30:00Z';

const crowdsDue = { dueDate: '2031-01-31', remindOn: '2031-01-24', step: -7, now: '2031-01-10T08:00:00Z' } as const;

/** A reminder as the database tells of it. */
export interface Entry {
  readonly title: string;
  readonly state: 'pending' | 'sent' | 'skipped';
  readonly reason: string | null;
  readonly notice: string | null;
  readonly noticeState: string | null;
  readonly error: string | null;
}

export type Delivery = 'at-most-once' | 'at-least-once';

/** An office of several processes on one database, whose clocks agree, with a crowd to remind. */
export interface FaultOffice {
  readonly mailbox: Mailbox;
  readonly replicas: readonly Server[];
  readonly crowd: Crowd;
  /** Ticks on all of them; what ticks complain of is kept. */
  keepTicking(): Ticking;
  /** Resolves with the reminders when none is under way any more. */
  settled(limit: number): Promise<Entry[]>;
  close(): Promise<void>;
}

export interface FaultOfficeOptions {
  readonly size: number;
  readonly replicas?: number;
  readonly delivery?: Delivery;
  readonly at?: string;
  /** Default: one of this office's own. */
  readonly database?: Database;
}

/** Sets the office's clock in every process that starts with it. */
export const clockAt = (instant: string): Record<string, string> => ({
  TEST_CLOCK_OFFSET: String(new Date(instant).getTime() - Date.now()),
});

export const readEntries = (server: Server): Promise<Entry[]> =>
  server.evaluate(async ({ strapi }) => {
    const rows: Record<string, string | null>[] = await strapi.db
      .connection('payments_reminders as r')
      .leftJoin('payments_payments as p', 'p.document_id', 'r.payment_document_id')
      .leftJoin('payments_notices as n', 'n.document_id', 'r.notice_document_id')
      .select('p.title', 'r.state', 'r.reason', 'n.document_id as notice', 'n.state as noticeState', 'n.error');
    return rows as unknown as Entry[];
  });

/** How many notices are in each state. */
export const readNoticeStates = (server: Server): Promise<Record<string, number>> =>
  server.evaluate(async ({ strapi }) => {
    const rows: { state: string; count: number | string }[] = await strapi.db
      .connection('payments_notices')
      .groupBy('state')
      .select('state')
      .count({ count: '*' });
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  });

/** Notices that somebody still works on, or that wait. */
const underWay = ['queued', 'claimed', 'handing-over'];

const tickForever = async (server: Server, going: () => boolean, complaints: string[]): Promise<void> => {
  while (going()) {
    await server
      .evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick())
      .catch((error: Error) => {
        // A process that was killed, or that has not come back yet, does not tick.
        if (!/not running|ended before/.test(error.message)) complaints.push(error.message);
      });
    // A test that failed before it stopped the ticking does not keep the suite from ending.
    await new Promise((resolve) => setTimeout(resolve, 200).unref());
  }
};

export interface Ticking {
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

/** Ticks on every process that lives, without pause, until it is stopped. */
export const keepTicking = (replicas: readonly Server[], isOver: () => boolean = () => false): Ticking => {
  let going = true;
  const complaints: string[] = [];
  const loops = replicas.map((server) => tickForever(server, () => going && !isOver(), complaints));
  return {
    complaints,
    async stop() {
      going = false;
      await Promise.all(loops);
    },
  };
};

export const startFaultOffice = async (options: FaultOfficeOptions): Promise<FaultOffice> => {
  const { size, replicas: count = 3, delivery = 'at-most-once', at = reminderMorning, database } = options;
  const mailbox = await startMailbox();
  const env = { ...clockAt(at), TEST_DELIVERY: delivery };
  const replicas = await startReplicas(count, { smtpPort: mailbox.port, env, ...(database && { database }) });
  let closed = false;
  const crowd = await seedCrowd(replicas[0] as Server, size, crowdsDue);
  return {
    mailbox,
    replicas,
    crowd,
    keepTicking: () => keepTicking(replicas, () => closed),
    settled: (limit) =>
      eventually(
        async () => {
          const entries = await readEntries(replicas[0] as Server).catch((): Entry[] => []);
          const done =
            entries.length >= size && entries.every(({ noticeState }) => !underWay.includes(noticeState ?? ''));
          return done ? entries : undefined;
        },
        'every reminder is settled',
        limit,
      ),
    async close() {
      closed = true;
      await Promise.all(replicas.map((server) => server.stop()));
      await mailbox.close();
    },
  };
};

/** How often each reminder arrived, by title; titles that did not are not in it. */
export const arrivals = ({ mails }: Pick<Mailbox, 'mails'>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { text } of mails) {
    for (const title of new Set(text?.match(crowdTitle) ?? [])) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
};

/** Arrived more than once. */
export const duplicates = (mailbox: Pick<Mailbox, 'mails'>): string[] =>
  [...arrivals(mailbox)].filter(([, count]) => count > 1).map(([title]) => title);
