import type { StaffInstalment } from '../../src/plugins/payments/contracts/instalment';
import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import { dataOf, refusalOf } from '../support/answers';
import type { Http } from '../support/http';
import { createCustomer, createInstitution, createPayment, eur, twelveInstalments } from '../support/office';
import type { Refusal } from '../support/office';
import { startServer, type Server } from '../support/server';
import { adminLogin } from '../support/users';

const AFM = '094259216';
const OTHER_AFM = '090000045';
const taxDebt = (afm: string, serial: number) => `${afm}${String(serial).padStart(21, '0')}`;

let server: Server;
let staff: Http;
let customer: string;

beforeAll(async () => {
  server = await startServer();
  staff = await adminLogin(server.url);
  await server.evaluate(({ strapi }) => strapi.plugin('payments').service('clock').set('2026-11-23T10:00:00Z'));
  customer = (await createCustomer(staff, 'Papadaki Eleni', null, { taxNumber: AFM })).documentId;
});

afterAll(() => server.stop());

const institutionWith = async (more: object) => (await createInstitution(staff, 'Codes (example)', more)).documentId;

const single = (total = '50.00') => ({ kind: 'single', total: eur(total), date: '2027-01-15' });
const manual = (...codes: (string | null)[]) => ({
  kind: 'manual',
  total: eur(`${codes.length}0.00`),
  instalments: codes.map((paymentCode, index) => ({ amount: '10.00', date: `2027-0${index + 1}-15`, paymentCode })),
});

const body = (more: object) => ({ customer, title: 'Debt', sendEmail: false, ...more });
const register = (more: object) => staff.post('/payments/payments', body(more));
const registered = (more: object) => createPayment(staff, customer, body(more));
const edit = (instalment: StaffInstalment | undefined, change: object) =>
  staff.put(`/payments/instalments/${instalment?.documentId}`, { sendEmail: false, ...change });
const change = ({ documentId }: StaffPayment, route: string, more: object) =>
  staff.post(`/payments/payments/${documentId}/${route}`, { sendEmail: false, ...more });

/** The warnings that a refused request asks staff to confirm. */
const toConfirm = async (answer: ReturnType<typeof register>) =>
  ((await answer).body as Refusal).error.details.confirm?.map(({ code }) => code);

describe('single-use codes', () => {
  test('serve one payment, however many ask at a time', async () => {
    const institution = await institutionWith({ singleUseCodes: true });
    const asked = Array.from({ length: 6 }, (_, index) =>
      register({ institution, paymentCode: { value: 'ONCE', scheme: 'free' }, plan: single(`${index + 10}.00`) }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 400, 400, 400, 400, 400]);

    const others = await Promise.all([
      registered({ institution, plan: single() }),
      registered({ institution, plan: single('60.00') }),
    ]);
    const edits = await Promise.all(
      others.map(({ revision, instalments }) => edit(instalments[0], { revision, paymentCode: 'TWICE' })),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('are refused on two instalments, however they are written, in the preview as when saving', async () => {
    const institution = await institutionWith({ codeScheme: 'rf', singleUseCodes: true, codeScope: 'instalment' });
    const plan = manual('RF18539007547034', null, 'rf18 5390-0754 7034');
    const preview = staff.post('/payments/plan/preview', { ...plan, institution });
    expect(await refusalOf(preview)).toEqual({ status: 400, fields: ['instalments.2.paymentCode'] });
    expect(await refusalOf(register({ institution, plan }))).toEqual({
      status: 400,
      fields: ['plan.instalments.2.paymentCode'],
    });
    const wrong = staff.post('/payments/plan/preview', { ...manual('RF17539007547034'), institution });
    expect(await refusalOf(wrong)).toEqual({ status: 400, fields: ['instalments.0.paymentCode'] });
  });

  test('serve no plan as a whole, but a one-off payment', async () => {
    const institution = await institutionWith({ singleUseCodes: true });
    const paymentCode = { value: 'ONCE 1', scheme: 'free' };
    expect(await refusalOf(register({ institution, paymentCode, plan: twelveInstalments }))).toEqual({
      status: 400,
      fields: ['paymentCode.value'],
    });
    const payment = await registered({ institution, paymentCode, plan: single() });
    const more = { revision: 1, amount: '5.00', date: '2027-02-15' };
    expect(await refusalOf(change(payment, 'instalments', more))).toEqual({ status: 400, fields: ['paymentCode'] });
    const anew = { revision: 1, firstDate: '2027-02-15', period: 'monthly', count: 3 };
    expect(await refusalOf(change(payment, 'replan', anew))).toEqual({ status: 400, fields: ['paymentCode'] });
    await dataOf(change(payment, 'instalments', { ...more, paymentCode: 'ONCE 2' }));
  });

  test('are not another payment’s, until that is cancelled', async () => {
    const institution = await institutionWith({ singleUseCodes: true });
    const paymentCode = { value: 'MINE', scheme: 'free' };
    const first = await registered({ institution, paymentCode, plan: single() });
    const again = { institution, paymentCode, plan: single('60.00') };
    expect(await refusalOf(register(again))).toEqual({ status: 400, fields: ['paymentCode.value'] });
    const own = register({ institution, plan: manual(null, 'MINE') });
    expect(await refusalOf(own)).toEqual({ status: 400, fields: ['plan.instalments.1.paymentCode'] });
    const other = await registered({ institution, plan: manual(null, 'THEIRS') });
    const taken = edit(other.instalments[0], { revision: 1, paymentCode: 'MINE' });
    expect(await refusalOf(taken)).toEqual({ status: 400, fields: ['paymentCode'] });
    const elsewhere = await institutionWith({ singleUseCodes: true });
    await registered({ ...again, institution: elsewhere, plan: single('70.00') });
    await dataOf(change(first, 'cancel', { revision: 1 }));
    await registered(again);
  });

  test('stay where they are while staff type them again, and are no other instalment’s', async () => {
    const institution = await institutionWith({ codeScheme: 'rf', singleUseCodes: true, codeScope: 'instalment' });
    const payment = await registered({ institution, plan: manual('RF18539007547034', null) });
    const [first, second] = payment.instalments;
    const typed = await dataOf<StaffPayment>(edit(first, { revision: 1, paymentCode: 'rf18 5390 0754 7034' }));
    expect(typed.revision).toBe(1);
    const another = edit(second, { revision: 1, paymentCode: 'RF18539007547034' });
    expect(await refusalOf(another)).toEqual({ status: 400, fields: ['paymentCode'] });
  });

  test('a rule that comes later lets staff mend one code after the other', async () => {
    const institution = await institutionWith({ codeScope: 'payment' });
    const payment = await registered({ institution, plan: manual('A', 'A', 'A') });
    await dataOf(staff.put(`/payments/institutions/${institution}`, { singleUseCodes: true }));
    const [first, second] = payment.instalments;
    await dataOf(edit(first, { revision: 1, note: 'Nothing about the code' }));
    const mended = await dataOf<StaffPayment>(edit(first, { revision: 2, paymentCode: 'B' }));
    expect(mended.instalments.map(({ paymentCode }) => paymentCode?.value)).toEqual(['B', 'A', 'A']);
    const worse = edit(second, { revision: 3, paymentCode: 'B' });
    expect(await refusalOf(worse)).toEqual({ status: 400, fields: ['paymentCode'] });
    await dataOf(edit(second, { revision: 3, paymentCode: 'C' }));
  });

  test('a payment moves to an institution only with codes that serve there', async () => {
    const payment = await registered({ paymentCode: { value: 'SHARED', scheme: 'free' }, plan: manual(null, null) });
    const institution = await institutionWith({ singleUseCodes: true });
    const path = `/payments/payments/${payment.documentId}`;
    const move = staff.put(path, { revision: 1, institution, sendEmail: false });
    expect(await refusalOf(move)).toEqual({ status: 400, fields: ['paymentCode.value'] });
    const without = { revision: 1, institution, paymentCode: null, sendEmail: false };
    expect(await dataOf(staff.put(path, without))).toMatchObject({ paymentCode: null, revision: 2 });
  });
});

describe('codes for each instalment', () => {
  test('are written on the instalments, and on none of the payment', async () => {
    const institution = await institutionWith({ codeScope: 'instalment' });
    const paymentCode = { value: 'ALL', scheme: 'free' };
    const answer = await register({ institution, paymentCode, plan: twelveInstalments });
    const [error] = (answer.body as Refusal).error.details.errors ?? [];
    expect(error).toMatchObject({ path: ['paymentCode', 'value'], code: 'code-per-instalment' });
    const payment = await registered({ institution, plan: twelveInstalments });
    const all = { revision: 1, paymentCode, sendEmail: false };
    const update = staff.put(`/payments/payments/${payment.documentId}`, all);
    expect(await refusalOf(update)).toEqual({ status: 400, fields: ['paymentCode.value'] });
    const own = await dataOf<StaffPayment>(edit(payment.instalments[3], { revision: 1, paymentCode: 'FOURTH' }));
    expect(own.instalments[3]).toMatchObject({ paymentCode: { value: 'FOURTH' }, ownPaymentCode: true });
  });
});

describe('the code of another payer', () => {
  test('on an instalment is confirmed too', async () => {
    const institution = await institutionWith({ codeScheme: 'gr-tax', codeScope: 'instalment' });
    const plan = manual(taxDebt(AFM, 1), taxDebt(OTHER_AFM, 2));
    expect(await toConfirm(register({ institution, plan }))).toEqual(['wrong-customer']);
    const payment = await registered({ institution, plan, confirmed: ['wrong-customer'] });

    const wrong = { revision: 1, paymentCode: taxDebt(OTHER_AFM, 3) };
    expect(await toConfirm(edit(payment.instalments[0], wrong))).toEqual(['wrong-customer']);
    const right = { revision: 1, paymentCode: taxDebt(AFM, 4) };
    await dataOf(edit(payment.instalments[0], right));
    await dataOf(edit(payment.instalments[0], { ...wrong, revision: 2, confirmed: ['wrong-customer'] }));

    const added = { revision: 3, amount: '10.00', date: '2027-05-14', paymentCode: taxDebt(OTHER_AFM, 5) };
    expect(await toConfirm(change(payment, 'instalments', added))).toEqual(['wrong-customer']);
    await dataOf(change(payment, 'instalments', { ...added, confirmed: ['wrong-customer'] }));
  });

  test('is asked again where the payment goes to another customer', async () => {
    const institution = await institutionWith({ codeScheme: 'gr-tax', codeScope: 'instalment' });
    const payment = await registered({ institution, plan: manual(taxDebt(AFM, 6), null) });
    const other = (await createCustomer(staff, 'Georgiou Nikos', null, { taxNumber: OTHER_AFM })).documentId;
    const move = { revision: 1, customer: other, sendEmail: false };
    const path = `/payments/payments/${payment.documentId}`;
    expect(await toConfirm(staff.put(path, move))).toEqual(['wrong-customer']);
    await dataOf(staff.put(path, { ...move, confirmed: ['wrong-customer'] }));
  });
});

test('the same amount and day under the same code of an instalment warns of a duplicate', async () => {
  const plan = manual('D1', 'D2');
  await registered({ plan });
  expect(await toConfirm(register({ plan: manual(null, 'D2') }))).toEqual(['duplicate']);
  expect((await register({ plan: manual('D2', 'D1') })).status).toBe(200);
  expect(await toConfirm(register({ plan: single('10.00'), paymentCode: { value: 'D1', scheme: 'free' } }))).toEqual([
    'duplicate',
  ]);
});
