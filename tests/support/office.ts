import type { StaffPayment } from '../../src/plugins/payments/contracts/payment';
import type { CustomerValue } from '../../src/plugins/payments/contracts/customer';
import type { InstitutionValue } from '../../src/plugins/payments/contracts/institution';
import type { Http } from './http';

/** Strapi's envelope around an answer or an error. */
export interface Envelope<Data> {
  readonly data: Data;
  readonly meta: Record<string, unknown>;
}

export interface Refusal {
  readonly data: null;
  readonly error: {
    readonly status: number;
    readonly name: string;
    readonly message: string;
    readonly details: {
      readonly errors?: { readonly path: (string | number)[]; readonly message: string; readonly code?: string }[];
      readonly repairs?: ({ count: number } | { amount: string })[];
      readonly confirm?: { code: string; message: string }[];
      readonly current?: StaffPayment;
    };
  };
}

export const eur = (value: string) => ({ value, currency: 'EUR' });

/** 2,000.00 in twelve instalments of 166.67 from the end of January 2027; the last is 166.63. */
export const twelveInstalments = {
  kind: 'automatic',
  total: eur('2000.00'),
  amount: '166.67',
  count: 12,
  firstDate: '2027-01-31',
  period: 'monthly',
  convention: 'following',
} as const;

const created = async <Data>(http: Http, path: string, body: unknown): Promise<Data> => {
  const answer = await http.post<Envelope<Data> & Refusal>(path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.data;
};

/** A customer with one contact, made as staff make one. */
export const createCustomer = (
  staff: Http,
  name: string,
  email: string | null,
  more: object = {},
): Promise<CustomerValue> => created(staff, '/payments/customers', { name, contacts: [{ name, email }], ...more });

export const createInstitution = (staff: Http, name: string, more: object = {}): Promise<InstitutionValue> =>
  created(staff, '/payments/institutions', { name, ...more });

/** A payment as staff register one; loud unless told. */
export const createPayment = (staff: Http, customer: string, more: object = {}): Promise<StaffPayment> =>
  created(staff, '/payments/payments', {
    customer,
    title: 'Income tax 2026',
    plan: twelveInstalments,
    sendEmail: true,
    ...more,
  });
