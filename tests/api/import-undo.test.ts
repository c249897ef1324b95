import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import type { ImportBatch } from '../../src/plugins/payments/contracts/import-values';
import type { StaffPayment, StaffPaymentItem } from '../../src/plugins/payments/contracts/payment';
import { importFile, lookAt, paymentsFile, sendImport, startImportOffice } from '../support/imports';
import type { Either } from '../support/imports';
import type { MailOffice } from '../support/mail-office';
import type { Envelope } from '../support/office';

let office: MailOffice;

beforeAll(async () => {
  office = await startImportOffice();
});

afterAll(() => office.close());

const list = async (q: string): Promise<StaffPaymentItem[]> =>
  (await office.staff.get<{ data: StaffPaymentItem[] }>(`/payments/payments?state=all&q=${encodeURIComponent(q)}`)).body
    .data;

const total = async (): Promise<number> =>
  office.server.evaluate(({ strapi }) => strapi.db.query('plugin::payments.payment').count());

const undo = ({ documentId }: { documentId: string }) =>
  office.staff.post<Either<ImportBatch>>(`/payments/imports/${documentId}/undo`);

describe('customers of a file', () => {
  const csv = [
    'Επωνυμία;ΑΦΜ;Κωδικός πελάτη;Τηλέφωνο;Επαφή;Email επαφής',
    'Βήτα Α.Ε.;046853099;B-1;+30 210 1;Νίκος;shared@example.com',
    'Γάμμα Α.Ε.;;C-1;;Νίκος;Shared@example.com',
    'Άλφα;090000045;;;;',
  ].join('\n');

  test('come with their contacts; one address is one contact; whom the office has is left alone', async () => {
    const report = await lookAt(office.staff, csv, { kind: 'customers' });
    expect(report).toMatchObject({ lines: 3, badLines: 0, knownLines: 1, totals: { customers: 2, contacts: 1 } });
    const batch = await importFile(office.staff, csv, { kind: 'customers' });
    expect(batch).toMatchObject({ state: 'done', customers: 2, contacts: 1, total: 2 });
    const found = async (q: string) =>
      (await office.staff.get<{ data: CustomerValue[] }>(`/payments/customers?q=${encodeURIComponent(q)}`)).body.data;
    const [beta] = await found('βητα');
    const both = await found('shared@example');
    expect(beta).toMatchObject({
      taxNumber: '046853099',
      phone: '+30 210 1',
      contacts: [{ name: 'Νίκος', receivesNotices: true }],
    });
    expect(new Set(both.map(({ contacts }) => contacts[0]?.documentId)).size).toBe(1);
    expect(both).toHaveLength(2);
    const again = await sendImport(office.staff, csv, { kind: 'customers' });
    expect([again.status, again.body.error.details.errors?.[0]?.code]).toEqual([400, 'nothing-to-import']);
    expect((await undo(batch)).status).toBe(200);
    expect(await found('shared@example')).toEqual([]);
  });

  test('an import in use is not undone, and says by what', async () => {
    const batch = await importFile(office.staff, csv, { kind: 'customers' });
    const owing = await importFile(office.staff, 'Reference;Title;Total;Due date\nB-1;Debt;10;29/1/2027');
    const refused = await undo(batch);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringContaining('Βήτα Α.Ε. has payments'),
    ]);
    expect((await undo(owing)).status).toBe(200);
    expect((await undo(batch)).status).toBe(200);
    expect((await undo(batch)).status).toBe(409);
  });
});

describe('undoing', () => {
  test('takes everything back at once, from the portal’s history too', async () => {
    const before = await total();
    const { csv, title } = paymentsFile(3);
    const batch = await importFile(office.staff, csv);
    const items = await list(title);
    const undone = await undo(batch);
    expect(undone.body.data).toMatchObject({ state: 'undone', undoneBy: 'Anna Admin' });
    expect(await total()).toBe(before);
    const events = await office.server.evaluate(
      ({ strapi }, payment) =>
        strapi.db
          .query('plugin::payments.event')
          .findMany({ where: { paymentDocumentId: payment }, orderBy: { id: 'asc' } }),
      items[0]?.documentId ?? '',
    );
    expect(
      events.map(({ kind, loud, actorName }: { kind: string; loud: boolean; actorName: string }) => [
        kind,
        loud,
        actorName,
      ]),
    ).toEqual([
      ['created', false, 'Anna Admin'],
      ['withdrawn', false, 'Anna Admin'],
    ]);
  });

  test.each<[string, (payment: StaffPayment) => Promise<unknown>]>([
    [
      'paid',
      (payment) =>
        office.staff.post(`/payments/instalments/${payment.instalments[0]?.documentId}/settle`, {
          revision: 1,
          paidOn: '2026-11-20',
          sendEmail: false,
        }),
    ],
    [
      'edited',
      (payment) =>
        office.staff.put(`/payments/payments/${payment.documentId}`, {
          revision: 1,
          managerComments: 'Called',
          sendEmail: false,
        }),
    ],
  ])('is refused once something of it was %s', async (_what, act) => {
    const { csv, title } = paymentsFile(2);
    const batch = await importFile(office.staff, csv);
    const [item] = await list(title);
    const { body } = await office.staff.get<Envelope<StaffPayment>>(`/payments/payments/${item?.documentId}`);
    await act(body.data);
    const refused = await undo(batch);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringContaining(`${item?.reference} was paid or edited since`),
    ]);
    expect(await list(title)).toHaveLength(2);
  });
});

describe('a crash in the middle', () => {
  test('leaves nothing of the import, which is shown as failed once it has not moved for minutes', async () => {
    const before = await total();
    const begun = await sendImport(office.staff, paymentsFile(3_000).csv);
    const { documentId = '' } = begun.body.data.batch ?? {};
    await office.server.kill();
    await office.server.restart();
    expect(await total()).toBe(before);
    const state = async () =>
      (await office.staff.get<Envelope<ImportBatch>>(`/payments/imports/${documentId}`)).body.data;
    expect(await state()).toMatchObject({ state: 'running', payments: 0 });
    await office.server.evaluate(({ strapi }) =>
      strapi.db
        .connection('payments_import_batches')
        .where({ running: 'running' })
        .update({ updated_at: new Date(Date.now() - 180_000) }),
    );
    expect(await state()).toMatchObject({ state: 'failed', reason: 'interrupted' });
    expect((await importFile(office.staff, paymentsFile(1).csv)).state).toBe('done');
  });
});
