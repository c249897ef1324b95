import { clockAt } from '../support/fault-office';
import { startMailOffice, type MailOffice } from '../support/mail-office';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { endLeases } from '../support/random-kills';
import { by, database } from '../support/scale';
import { startServer, type Server } from '../support/server';
import { eventually } from '../support/wait';

jest.setTimeout(by({ short: 300_000, normal: 300_000, long: 300_000 }));

const patience = 120_000;

/** On SQLite there is no second process that could take anything up. */
const whereProcessesAreMany = database === 'sqlite' ? describe.skip : describe;

whereProcessesAreMany('a process that stands still for longer than its lease', () => {
  const env = { ...clockAt('2026-11-23T10:00:00Z'), TEST_DELIVERY: 'at-least-once' };
  let first: MailOffice;
  let secondMailbox: Mailbox;
  let second: Server;

  beforeAll(async () => {
    first = await startMailOffice(env);
    secondMailbox = await startMailbox();
    second = await startServer({ env, smtpPort: secondMailbox.port, database: first.server.database });
  });
  afterAll(async () => {
    for (const { pid } of [first.server, second]) process.kill(pid, 'SIGCONT');
    await second.stop();
    await first.close();
    await secondMailbox.close();
  });

  const attemptsUnderWay = (server: Server, contactDocumentId: string): Promise<number> =>
    server.evaluate(async ({ strapi }, contact) => {
      const where = { contactDocumentId: contact, state: 'handing-over' };
      return Number((await strapi.db.query('plugin::payments.notice').findOne({ where }))?.attempts ?? 0);
    }, contactDocumentId);

  test('it has no say any more in what another process hands over: the mail goes once', async () => {
    const { customer, contact, email } = await first.someone({ language: 'en' });
    process.kill(second.pid, 'SIGSTOP');
    first.mailbox.behave({ kind: 'slow', delay: 200_000, times: 1 });
    await first.register(customer);
    await eventually(async () => (await attemptsUnderWay(first.server, contact)) === 1, 'handed over', patience);
    process.kill(first.server.pid, 'SIGSTOP');
    process.kill(second.pid, 'SIGCONT');

    await endLeases(second.database);
    secondMailbox.behave({ kind: 'slow', delay: 10_000, times: 1 });
    const ticking = second.evaluate(({ strapi }) => strapi.plugin('payments').service('notices').tick());
    await eventually(async () => (await attemptsUnderWay(second, contact)) === 2, 'taken up by the other', patience);

    // The first wakes up and sees its connection gone: it would try again, if the notice were still its own.
    process.kill(first.server.pid, 'SIGCONT');
    await first.mailbox.goAway();
    await eventually(() => /notice \w+ is (queued|held by another)/.test(first.server.output()), 'it speaks', patience);
    expect(first.server.output()).toContain('is held by another process');
    await ticking;
    const told = await eventually(
      async () => (await first.notices(contact)).find(({ state }) => state === 'sent'),
      'the other has sent it',
      patience,
    );
    expect(told).toMatchObject({ attempts: 2 });
    expect(secondMailbox.to(email).map(({ messageId }) => messageId)).toEqual([told.messageId]);
    expect(first.mailbox.mails).toEqual([]);
  });
});
