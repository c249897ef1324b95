import { createSubject, edits, type Edit, type Subject } from '../support/edits';
import {
  editHeader,
  freezeAt,
  readFrozen,
  readSteps,
  watchEdits,
  type Standstill,
  type Step,
} from '../support/freezer';
import type { Http } from '../support/http';
import { startMailbox, type Mailbox } from '../support/mailbox';
import { countOrphans, readImage, type Image } from '../support/image';
import { by, database, figures, scale } from '../support/scale';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';
import { clockAt } from '../support/fault-office';
import { eventually } from '../support/wait';

jest.setTimeout(by({ short: 600_000, normal: 1_200_000, long: 1_800_000 }));

const env = { ...clockAt('2026-11-23T08:00:00Z'), DATABASE_POOL_MAX: '60' };

/** Where an edit is interrupted: inside its transaction, or after its commit and before its answer. */
const moments = ['first write', 'half way', 'before commit', 'after commit'] as const;
type Moment = (typeof moments)[number];

const standstillOf = (moment: Moment, steps: readonly Step[]): Standstill => {
  if (moment === 'first write') return 1;
  return moment === 'half way' ? Math.max(1, Math.floor((steps.length - 1) / 2)) : moment;
};

interface Interrupted {
  readonly edit: Edit;
  readonly moment: Moment;
  readonly subject: Subject;
  readonly before: Image;
}

let mailbox: Mailbox;
let server: Server;
let staff: Http;
/** What each edit writes, and what it leaves, when nothing happens to it. */
const whole = new Map<Edit, { steps: readonly Step[]; after: Image }>();
let round = 0;

const act = (edit: Edit, subject: Subject) => edit.act(staff, subject, { [editHeader]: edit.name });

beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startServer({ env, smtpPort: mailbox.port });
  staff = await adminLogin(server.url);
  await watchEdits(server);
  for (const edit of edits) {
    const subject = await createSubject({ server, staff, mailbox }, edit, round);
    const before = await readImage(server, subject.customers);
    const { status, body } = await act(edit, subject);
    if (status >= 300) throw new Error(`${edit.name}: ${JSON.stringify(body)}`);
    const after = await readImage(server, subject.customers);
    if (JSON.stringify(after) === JSON.stringify(before)) throw new Error(`${edit.name} changed nothing`);
    whole.set(edit, { steps: (await readSteps(server))[edit.name] ?? [], after });
  }
  await server.restart();
});

afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

test.each(edits.map((edit) => [edit.name, edit] as const))('%s is one transaction', (_name, edit) => {
  const { steps } = whole.get(edit) as { steps: readonly Step[] };
  expect(steps.filter((step) => step === 'commit')).toHaveLength(1);
  expect(steps.at(-1)).toBe('commit');
  expect(steps.length).toBeGreaterThan(2);
});

/** Lets edits run into a standstill at their moments, and kills the process there. */
const interrupt = async (chosen: readonly { edit: Edit; moment: Moment }[]): Promise<Interrupted[]> => {
  round += 1;
  const interrupted: Interrupted[] = [];
  for (const { edit, moment } of chosen) {
    const subject = await createSubject({ server, staff, mailbox }, edit, round);
    interrupted.push({ edit, moment, subject, before: await readImage(server, subject.customers) });
  }
  await watchEdits(server);
  await freezeAt(
    server,
    Object.fromEntries(
      chosen.map(({ edit, moment }) => [edit.name, standstillOf(moment, whole.get(edit)?.steps ?? [])]),
    ),
  );
  const answers = interrupted.map(({ edit, subject }) => act(edit, subject).catch(() => 'cut off' as const));
  await eventually(
    async () => (await readFrozen(server)).length === chosen.length,
    `all of ${chosen.map(({ edit }) => edit.name).join(', ')} stand still`,
    60_000,
  ).catch(async (error: Error) => {
    throw new Error(`${error.message}; do: ${(await readFrozen(server)).join(', ')}`);
  });
  await server.kill();
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['cut off']));
  await server.restart();
  return interrupted;
};

const check = async (interrupted: readonly Interrupted[]): Promise<void> => {
  for (const { edit, moment, subject, before } of interrupted) {
    const expected = moment === 'after commit' ? whole.get(edit)?.after : before;
    const now = await readImage(server, subject.customers);
    expect({ edit: edit.name, moment, ...now }).toEqual({ edit: edit.name, moment, ...expected });
  }
  expect(await countOrphans(server)).toBe(0);
};

/** SQLite has one writer: only one edit at a time can stand still, each at another moment. Elsewhere all do at once. */
const oneByOne = edits
  .map((edit, index) => [{ edit, moment: moments[index % moments.length] as Moment }])
  .slice(...by<[number?, number?]>({ short: [1, 5], normal: [], long: [] }));
const allAtOnce = moments
  .filter((moment) => scale !== 'short' || moment === 'half way' || moment === 'after commit')
  .map((moment) => edits.map((edit) => ({ edit, moment })));
const rounds = (database === 'sqlite' ? oneByOne : allAtOnce).map((chosen) => {
  const names = chosen.length > 1 ? `each of ${chosen.length} kinds of edit` : chosen[0]?.edit.name;
  return [chosen[0]?.moment, names, chosen] as const;
});

test.each(rounds)('kill -9 at "%s" of %s: all of it or nothing', async (_moment, _names, chosen) => {
  await check(await interrupt(chosen));
  figures('torn edits', { interrupted: chosen.length, at: chosen[0]?.moment });
});
