import type { InstitutionValue } from '../../src/plugins/payments/contracts/institution';
import type { HolidayCountry, SettingsValue } from '../../src/plugins/payments/contracts/settings';
import { dataOf, refusalOf } from '../support/answers';
import type { Http } from '../support/http';
import { createCustomer, createInstitution, createPayment, eur } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';
import { eventually } from '../support/wait';

let server: Server;
let staff: Http;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  await setClock('2026-11-23T10:00:00Z');
});

afterAll(() => server.stop());

const setClock = (at: string) =>
  server.evaluate(({ strapi }, instant) => strapi.plugin('payments').service('clock').set(instant), at);

describe('institutions', () => {
  it('normalises an account and names every part of it that is wrong', async () => {
    const institution = await createInstitution(staff, 'Δήμος (example)', {
      iban: 'gr16 0110 1250 0000 0001 2300 695',
      bic: 'ethn gr aa',
      epcQr: true,
      ladder: [3, -7, 3, 0],
    });
    expect(institution).toMatchObject({ iban: 'GR1601101250000000012300695', bic: 'ETHNGRAA', ladder: [-7, 0, 3] });
    const path = `/payments/institutions/${institution.documentId}`;
    expect(await refusalOf(staff.put(path, { iban: 'GR1701101250000000012300695', bic: 'NO' }))).toEqual({
      status: 400,
      fields: ['iban', 'bic'],
    });
    expect(await refusalOf(staff.put(path, { iban: null }))).toEqual({ status: 400, fields: ['iban'] });
    expect(await refusalOf(staff.put(path, { payUrl: 'javascript:alert(1)' }))).toEqual({
      status: 400,
      fields: ['payUrl'],
    });
    const list = await dataOf<InstitutionValue[]>(staff.get('/payments/institutions?q=ΔΗΜΟΣ'));
    expect(list.map(({ name }) => name)).toEqual(['Δήμος (example)']);
  });

  it('keeps an institution that payments name, whoever deletes it', async () => {
    const used = await createInstitution(staff, 'Used');
    const unused = await createInstitution(staff, 'Unused');
    const customer = await createCustomer(staff, 'Debtor', null);
    await createPayment(staff, customer.documentId, { institution: used.documentId });
    expect((await staff.delete(`/payments/institutions/${used.documentId}`)).status).toBe(409);
    await expect(
      server.evaluate(async ({ strapi }, documentId) => {
        await strapi.documents('plugin::payments.institution').delete({ documentId });
      }, used.documentId),
    ).rejects.toMatchObject({ name: 'ValidationError' });
    expect((await staff.delete(`/payments/institutions/${unused.documentId}`)).status).toBe(200);
    expect((await staff.get(`/payments/institutions/${unused.documentId}`)).status).toBe(404);
    expect((await staff.get(`/payments/institutions/${used.documentId}`)).status).toBe(200);
  });
});

/** A one-off payment with its institution, and what the tables hold of it. */
async function owedTo(institution: InstitutionValue, date: string) {
  const customer = await createCustomer(staff, `Owes ${institution.name} ${date}`, 'owes@example.com');
  const payment = await createPayment(staff, customer.documentId, {
    institution: institution.documentId,
    plan: { kind: 'single', total: eur('100.00'), date },
  });
  return { payment, customer };
}

const stored = (documentId: string) =>
  server.evaluate(async ({ strapi }, id) => {
    const payment = await strapi.db.query('plugin::payments.payment').findOne({
      where: { documentId: id },
      populate: { instalments: true },
    });
    const events = await strapi.db
      .query('plugin::payments.event')
      .findMany({ where: { paymentDocumentId: id }, orderBy: { id: 'asc' } });
    const notices = await strapi.db.query('plugin::payments.notice').count();
    const [row] = payment.instalments;
    return {
      version: payment.version,
      revision: payment.revision,
      changedAt: payment.changedAt,
      remindOn: row.remindOn,
      remindStep: row.remindStep,
      events,
      notices,
    };
  }, documentId);

describe('what follows from a change of an institution', () => {
  it('shows its customers the change at once, silently, in history and by whose hand', async () => {
    const institution = await createInstitution(staff, 'Old name');
    const { payment } = await owedTo(institution, '2027-01-29');
    const before = await stored(payment.documentId);
    await setClock('2026-11-23T11:00:00Z');
    const changes = { name: 'New name', payUrl: 'https://example.com/new' };
    await dataOf(staff.put(`/payments/institutions/${institution.documentId}`, changes));
    const after = await stored(payment.documentId);
    expect(after.version).toBe(before.version + 1);
    expect(after.changedAt > before.changedAt).toBe(true);
    expect([after.revision, after.notices]).toEqual([before.revision, before.notices]);
    expect(after.events).toHaveLength(2);
    expect(after.events[1]).toMatchObject({
      kind: 'updated',
      visible: true,
      loud: false,
      version: after.version,
      actorKind: 'admin',
      actorName: 'Anna Admin',
      changes: [
        { field: 'institution', before: 'Old name', after: 'New name' },
        { field: 'payUrl', before: null, after: 'https://example.com/new' },
      ],
    });
  });

  it('says nothing of what customers cannot see', async () => {
    const institution = await createInstitution(staff, 'Quiet');
    const { payment } = await owedTo(institution, '2027-01-29');
    await dataOf(
      staff.put(`/payments/institutions/${institution.documentId}`, {
        iban: 'GR1601101250000000012300695',
        convention: 'preceding',
      }),
    );
    expect(await stored(payment.documentId)).toMatchObject({ version: 1, events: [{ kind: 'created' }] });
  });

  it('does the same for a script', async () => {
    const institution = await createInstitution(staff, 'Scripted before');
    const { payment } = await owedTo(institution, '2027-01-29');
    await server.evaluate(async ({ strapi }, documentId) => {
      const data = { name: 'Scripted after', bankDays: 2 };
      await strapi.db.query('plugin::payments.institution').update({ where: { documentId }, data });
    }, institution.documentId);
    const rescheduled = async () => (await stored(payment.documentId)).remindOn === '2027-01-20';
    await eventually(rescheduled, 'the reminder goes by the new bank days');
    const after = await stored(payment.documentId);
    expect(after.version).toBe(2);
    expect(after.events[1]).toMatchObject({ visible: true, loud: false, actorKind: 'script' });
  });

  it('shows a customer’s new name the same way', async () => {
    const institution = await createInstitution(staff, 'Any');
    const { payment, customer } = await owedTo(institution, '2027-01-29');
    await dataOf(staff.put(`/payments/customers/${customer.documentId}`, { name: 'Married name', phone: '1' }));
    const after = await stored(payment.documentId);
    expect(after.version).toBe(2);
    expect(after.events[1]).toMatchObject({
      visible: true,
      loud: false,
      changes: [{ field: 'customerName', after: 'Married name' }],
    });
    await dataOf(staff.put(`/payments/customers/${customer.documentId}`, { phone: '2' }));
    expect((await stored(payment.documentId)).version).toBe(2);
  });

  it('reminds by the new bank days and ladder; what has passed is not caught up', async () => {
    const institution = await createInstitution(staff, 'Reminding');
    const path = `/payments/institutions/${institution.documentId}`;
    const { payment: later } = await owedTo(institution, '2027-01-29');
    const { payment: tomorrow } = await owedTo(institution, '2026-11-24');
    expect(await stored(later.documentId)).toMatchObject({ remindOn: '2027-01-22', remindStep: -7 });
    expect(await stored(tomorrow.documentId)).toMatchObject({ remindOn: '2026-11-24', remindStep: 0 });
    await dataOf(staff.put(path, { bankDays: 2 }));
    expect(await stored(later.documentId)).toMatchObject({ remindOn: '2027-01-20', remindStep: -7 });
    expect(await stored(tomorrow.documentId)).toMatchObject({ remindOn: '2026-11-24', remindStep: 0 });
    await dataOf(staff.put(path, { ladder: [-1] }));
    expect(await stored(later.documentId)).toMatchObject({ remindOn: '2027-01-26', remindStep: -1 });
    expect(await stored(tomorrow.documentId)).toMatchObject({ remindOn: null, remindStep: null });
  });
});

describe('settings', () => {
  const update = (changes: object) => staff.put('/payments/settings', changes);

  it('tells today in the office’s zone', async () => {
    await setClock('2026-11-23T23:00:00Z');
    expect(await dataOf(staff.get('/payments/settings'))).toMatchObject({
      today: '2026-11-24',
      timeZone: 'Europe/Athens',
    });
    await setClock('2026-11-23T10:00:00Z');
  });

  it('names every place and zone that nobody knows', async () => {
    expect(await refusalOf(update({ country: 'QQ', timeZone: 'Europe/Atlantis' }))).toEqual({
      status: 400,
      fields: ['country', 'timeZone'],
    });
    expect(await refusalOf(update({ region: 'BY' }))).toEqual({ status: 400, fields: ['region'] });
    expect(await refusalOf(update({ weekend: [1, 2, 3, 4, 5, 6, 7] }))).toEqual({ status: 400, fields: ['weekend'] });
    expect(await refusalOf(update({ portalPath: '/x' }))).toEqual({ status: 400, fields: ['portalPath'] });
    expect(await dataOf(update({ country: 'DE', region: 'BY' }))).toMatchObject({ country: 'DE', region: 'BY' });
    expect(await dataOf(update({ country: 'GR', region: null }))).toMatchObject({ country: 'GR', region: null });
  });

  it.each(['zz', 'xx-YY'])('refuses “%s”, in which nobody writes amounts and dates', async (locale) => {
    expect(await refusalOf(update({ locale }))).toEqual({ status: 400, fields: ['locale'] });
    expect(await dataOf(staff.get('/payments/settings'))).toMatchObject({ locale: 'el' });
  });

  it('shows the host’s configuration, and takes none of it', async () => {
    expect(await dataOf(staff.get('/payments/settings/host'))).toEqual({
      delivery: 'at-most-once',
      portalPath: '/portal',
      publicUrl: expect.stringMatching(/^http:\/\//),
      storage: 'folder',
      folder: expect.any(String),
      signedLinks: true,
      calendarFeeds: true,
    });
    for (const key of ['delivery', 'publicUrl', 'storage', 'folder', 'privateFolder']) {
      expect(await refusalOf(update({ [key]: 'x' }))).toEqual({ status: 400, fields: [key] });
    }
  });

  it('lists the countries and regions whose holidays are known', async () => {
    const countries = await dataOf<HolidayCountry[]>(staff.get('/payments/settings/countries?language=el'));
    expect(countries.length).toBeGreaterThan(150);
    expect(countries.find(({ code }) => code === 'GR')).toEqual({ code: 'GR', name: 'Ελλάδα', regions: [] });
    const germany = countries.find(({ code }) => code === 'DE');
    expect(germany?.name).toBe('Γερμανία');
    expect(germany?.regions).toContainEqual({ code: 'BY', name: 'Bayern' });
    for (const { code } of germany?.regions ?? [])
      expect((await update({ country: 'DE', region: code })).status).toBe(200);
    await update({ country: 'GR', region: null });
  });

  it('reminds by the office’s new ladder, and finishes after a crash what it had begun', async () => {
    const institution = await createInstitution(staff, 'By the office');
    // Far ahead, because the process that starts again goes by the real day.
    const { payment } = await owedTo(institution, '2150-01-30');
    expect((await dataOf<SettingsValue>(update({ ladder: [0, -5, 0] }))).ladder).toEqual([-5, 0]);
    const { remindOn, remindStep } = await stored(payment.documentId);
    expect([remindOn.slice(0, 7), remindStep]).toEqual(['2150-01', -5]);
    await server.evaluate(async ({ strapi }) => {
      await strapi.plugin('payments').service('reminderSchedules').note(null);
      await strapi.db.connection('payments_instalments').update({ remind_on: '2149-06-01', remind_step: -7 });
    });
    await server.kill();
    await server.restart();
    await eventually(
      async () => (await stored(payment.documentId)).remindOn === remindOn,
      'what the crash had left is done',
    );
    expect(await stored(payment.documentId)).toMatchObject({ remindOn, remindStep });
    await setClock('2026-11-23T10:00:00Z');
    await dataOf(update({ ladder: [-7, -1, 0, 3] }));
  });
});
