import { bearer, createHttp, type Http } from './http';
import type { Server } from './server';
import { adminLogin, contactLogin } from './users';

/** The tests' today: a Monday in winter time. */
export const today = '2026-11-23';

/** 10 o'clock of it in Athens. */
export const morning = `${today}T08:00:00.000Z`;

export const password = 'Contact-pass-1234';

/** A person with a login. */
export interface Person {
  /** DocumentId of the contact. */
  readonly contact: string;
  readonly userId: number;
  readonly email: string;
  readonly http: Http;
}

export interface CustomerSide {
  readonly admin: Http;
  readonly anonymous: Http;
  /** Acts for Papadaki and for Kafe. */
  readonly eleni: Person;
  /** Acts for Boreas, and for nobody else. */
  readonly boris: Person;
  readonly customers: { readonly papadaki: string; readonly kafe: string; readonly boreas: string };
  readonly institution: string;
}

interface Seeded {
  readonly customers: CustomerSide['customers'];
  readonly institution: string;
  readonly contacts: { readonly eleni: string; readonly boris: string };
  readonly users: { readonly eleni: number; readonly boris: number };
}

const seed = (server: Pick<Server, 'evaluate'>, now: string): Promise<Seeded> =>
  server.evaluate(
    async ({ strapi }, { now, password }) => {
      const payments = strapi.plugin('payments');
      payments.service('clock').set(now);
      const create = async (type: string, data: Record<string, unknown>): Promise<string> =>
        (await strapi.documents(`plugin::payments.${type}` as never).create({ data } as never)).documentId;
      const eleni = await create('contact', { name: 'Eleni Papadaki', email: 'eleni@example.com', language: 'el' });
      const boris = await create('contact', { name: 'Boris Vorias', email: 'boris@example.com', language: 'en' });
      const papadaki = await create('customer', { name: 'Papadaki Eleni', taxNumber: '094259216', contacts: [eleni] });
      const kafe = await create('customer', { name: 'Kafe Elenis IKE', contacts: [eleni] });
      const boreas = await create('customer', { name: 'Boreas AE', contacts: [boris] });
      const institution = await create('institution', {
        name: 'Εφορία (example)',
        searchText: 'εφορια (example)',
        payUrl: 'https://example.com/pay',
        bankDays: 1,
        codeScheme: 'rf',
        iban: 'GR1601101250000000012300695',
        epcQr: true,
      });
      return {
        customers: { papadaki, kafe, boreas },
        institution,
        contacts: { eleni, boris },
        users: {
          eleni: await payments.service('logins').create(eleni, password),
          boris: await payments.service('logins').create(boris, password),
        },
      };
    },
    { now, password },
  );

/** An office with three customers and two people who act for them, at 10 o'clock in Athens on the tests' today. */
export const createCustomerSide = async (server: Pick<Server, 'url' | 'evaluate'>): Promise<CustomerSide> => {
  const { customers, institution, contacts, users } = await seed(server, morning);
  const person = async (name: 'eleni' | 'boris'): Promise<Person> => {
    const email = `${name}@example.com`;
    return {
      contact: contacts[name],
      userId: users[name],
      email,
      http: await contactLogin(server.url, email, password),
    };
  };
  return {
    admin: await adminLogin(server.url),
    anonymous: createHttp(server.url),
    eleni: await person('eleni'),
    boris: await person('boris'),
    customers,
    institution,
  };
};

/** A payment as the staff API answers it, as far as the tests look at it. */
export interface StaffPayment {
  readonly documentId: string;
  readonly reference: string;
  readonly revision: number;
  readonly instalments: readonly { readonly documentId: string; readonly number: number }[];
}

const eur = (value: string) => ({ value, currency: 'EUR' });

export interface Registration {
  readonly customer: string;
  readonly title: string;
  readonly instalments: readonly { readonly amount: string; readonly date: string }[];
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Registers a payment with these instalments through the staff's API. */
export const registerPayment = async (
  { admin, institution }: Pick<CustomerSide, 'admin' | 'institution'>,
  { customer, title, instalments, more }: Registration,
): Promise<StaffPayment> => {
  const cents = instalments.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  const { status, body } = await admin.post<{ data: StaffPayment }>('/payments/payments', {
    customer,
    institution,
    title,
    sendEmail: false,
    managerComments: `secret of ${title}`,
    plan: { kind: 'manual', total: eur((cents / 100).toFixed(2)), convention: 'unadjusted', instalments },
    ...more,
  });
  if (status !== 200) throw new Error(`${title} was not registered: ${JSON.stringify(body)}`);
  return body.data;
};

/** Changes a payment through the staff's API and answers it as it is now. */
export const editPayment = async (
  admin: Http,
  { documentId, revision }: Pick<StaffPayment, 'documentId' | 'revision'>,
  changes: Readonly<Record<string, unknown>>,
): Promise<StaffPayment> => {
  const body = { revision, sendEmail: false, ...changes };
  const answer = await admin.put<{ data: StaffPayment }>(`/payments/payments/${documentId}`, body);
  if (answer.status !== 200) throw new Error(`The payment was not changed: ${JSON.stringify(answer.body)}`);
  return answer.body.data;
};

/** A session of its own, with the token that refreshes it. */
export const signIn = async (url: string, email: string): Promise<{ http: Http; refreshToken: string }> => {
  const credentials = { identifier: email, password };
  const answer = await createHttp(url).post<{ jwt: string; refreshToken: string }>('/api/auth/local', credentials);
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.body)}`);
  return { http: createHttp(url, bearer(answer.body.jwt)), refreshToken: answer.body.refreshToken };
};
