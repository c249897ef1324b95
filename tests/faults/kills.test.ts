import { arrivals, duplicates, startFaultOffice, type Delivery, type FaultOffice } from '../support/fault-office';
import { createRandom, killAllForALease, killAtRandom } from '../support/random-kills';
import { by, database, figures, scale } from '../support/scale';

jest.setTimeout(by({ short: 400_000, normal: 900_000, long: 2_400_000 }));

const size = by({ short: 50, normal: 300, long: 2_000 });
const kills = by({ short: 2, normal: 5, long: 20 });

/** Mails that one process hands over at once: connections of its pool. */
const connections = 5;

/** A lease runs out after 90 seconds; what a killed process held is taken up then. */
const settleLimit = by({ short: 240_000, normal: 400_000, long: 900_000 });

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);

let office: FaultOffice;

afterEach(() => office.close());

/** Reminds the crowd while processes are killed, until nothing is under way. */
const remindUnderKills = async (delivery: Delivery) => {
  office = await startFaultOffice({ size, delivery });
  const { mailbox, replicas, crowd } = office;
  mailbox.behave({ kind: 'slow', delay: 250 });
  const start = performance.now();
  const ticking = office.keepTicking();
  const mails = crowd.addresses.length;
  let killed = await killAtRandom(replicas, mailbox, { kills, mails, random: createRandom(seed) });
  if (scale === 'short') killed += await killAllForALease(replicas);
  const entries = await office.settled(settleLimit);
  await ticking.stop();
  const seconds = Math.round((performance.now() - start) / 1000);
  return { entries, killed, seconds, arrived: arrivals(mailbox) };
};

test('at most once: kill -9 of random processes loses nothing and sends nothing twice', async () => {
  const { entries, killed, seconds, arrived } = await remindUnderKills('at-most-once');
  const uncertain = entries.filter(({ noticeState }) => noticeState === 'uncertain');
  const uncertainNotices = new Set(uncertain.map(({ notice }) => notice)).size;
  figures('at-most-once', {
    reminders: size,
    processes: office.replicas.length,
    kills: killed,
    mails: office.mailbox.mails.length,
    'uncertain notices': uncertainNotices,
    duplicates: duplicates(office.mailbox).length,
    seconds,
    seed,
  });
  expect(entries.map(({ title }) => title).sort()).toEqual(office.crowd.titles);
  expect(duplicates(office.mailbox)).toEqual([]);
  const lost = entries.filter(({ title, state }) => state === 'sent' && arrived.get(title) !== 1);
  expect(lost).toEqual([]);
  const unaccounted = entries.filter(({ state, noticeState }) => state !== 'sent' && noticeState !== 'uncertain');
  expect(unaccounted).toEqual([]);
  expect(uncertainNotices).toBeLessThanOrEqual(killed * connections);
});

const atLeastOnce = scale === 'short' && database !== 'sqlite' ? test.skip : test;

atLeastOnce(
  'at least once: kill -9 of random processes loses nothing, and what comes twice has one Message-ID',
  async () => {
    const { entries, killed, seconds, arrived } = await remindUnderKills('at-least-once');
    const mailsOf = (address: string) => office.mailbox.to(address);
    const repeated = office.crowd.addresses.filter((address) => mailsOf(address).length > 1);
    figures('at-least-once', {
      reminders: size,
      processes: office.replicas.length,
      kills: killed,
      mails: office.mailbox.mails.length,
      'sent twice, with one Message-ID': repeated.length,
      seconds,
      seed,
    });
    expect(entries.map(({ title }) => title).sort()).toEqual(office.crowd.titles);
    expect(entries.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(office.crowd.titles.filter((title) => !arrived.has(title))).toEqual([]);
    for (const address of repeated) {
      expect(new Set(mailsOf(address).map(({ messageId }) => messageId)).size).toBe(1);
    }
    expect(repeated.length).toBeLessThanOrEqual(killed * connections);
  },
);
