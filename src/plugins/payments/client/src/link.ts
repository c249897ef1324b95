import type { LinkedObligation } from '../../contracts/access';
import { receiptForm } from './receipt';
import type { NewReceipt, Receipt } from './receipt';
import { callPublic, createSite, dataOf } from './request';
import type { SiteOptions } from './request';

/** The one obligation that a signed link from a mail opens. */
export interface PaymentsLink {
  /** Throws a `PaymentsError` with status 404 once the link expired or was revoked. */
  get(): Promise<LinkedObligation>;
  /** "I have paid", for one of its instalments. */
  createReceipt(instalment: string, receipt: NewReceipt): Promise<Receipt>;
}

/** Opens a signed link without a session. `token` is the secret that stands behind `#` in its address. */
export const createPaymentsLink = ({ token, ...options }: SiteOptions & { token: string }): PaymentsLink => {
  const site = createSite(options);
  const path = `/links/${encodeURIComponent(token)}`;
  return {
    get: () => dataOf(callPublic(site, path)),
    createReceipt: (instalment, receipt) =>
      dataOf(callPublic(site, `${path}/receipts`, { method: 'POST', body: receiptForm(receipt, { instalment }) })),
  };
};

/** Switches reminders off for the contact whose mail carried the token. */
export const unsubscribe = async ({ token, ...options }: SiteOptions & { token: string }): Promise<void> => {
  await callPublic(createSite(options), `/unsubscribe/${encodeURIComponent(token)}`, { method: 'POST', body: {} });
};
