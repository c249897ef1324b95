import type { Core } from '@strapi/strapi';
import { toDecimal } from '../../domain/money';
import type { CurrencyCode, MinorUnits } from '../../domain/money';
import type { Day } from '../../domain/day';
import { afterCommit } from './repositories/database';
import type { OverdueInstalment } from './repositories/overdue';
import type { PaymentRecord } from './repositories/payment-record';

/** What other programs may be told: the names under which a webhook, or a listener of Strapi's event hub, hears of it. */
export const WEBHOOK_EVENTS = [
  'payment.registered',
  'payment.settled',
  'instalment.overdue',
  'receipt.submitted',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

interface WebhookStore {
  addAllowedEvent(key: string, value: string): void;
}

/** Lets Strapi's webhooks name our events; without it a webhook of them is refused. */
export function allowWebhooks(strapi: Core.Strapi): void {
  const store = strapi.get('webhookStore') as WebhookStore;
  for (const event of WEBHOOK_EVENTS) store.addAllowedEvent(`PAYMENTS_${event.toUpperCase().replace('.', '_')}`, event);
}

/**
 * Tells the event hub once what happened is committed, and never of what was rolled back. It is this process that tells, so that several of them tell
 * once. One that dies in the moment after the commit tells nobody: who must not miss anything asks the API. Ids, amounts and days go out, and
 * nobody's name: a webhook's receiver may be anybody's server.
 */
async function tell(strapi: Core.Strapi, event: WebhookEvent, bodies: readonly object[]): Promise<void> {
  if (bodies.length === 0) return;
  await afterCommit(strapi, async () => {
    for (const body of bodies) await strapi.eventHub.emit(event, body);
  });
}

const moneyOf = (amount: number, currency: CurrencyCode) => ({ value: toDecimal(BigInt(amount), currency), currency });

const paymentBody = ({ documentId, reference, customer, institution, stored, state }: PaymentRecord) => ({
  payment: {
    documentId,
    reference,
    state: state.state,
    total: moneyOf(stored.total, state.currency),
    paid: moneyOf(stored.paid, state.currency),
    nextDueDate: stored.nextDueDate,
    instalments: stored.instalmentCount,
  },
  customer: customer?.documentId ?? null,
  institution: institution?.documentId ?? null,
});

interface ChangedPayment {
  readonly before: PaymentRecord | null;
  readonly after: PaymentRecord | null;
}

const isSettledNow = ({ before, after }: ChangedPayment): boolean =>
  before !== null && before.state.state !== 'settled' && after?.state.state === 'settled';

/** Of changes that were written: which payments were registered by them, and which are settled. */
export async function tellOfPayments(strapi: Core.Strapi, changed: readonly ChangedPayment[]): Promise<void> {
  const now = (those: readonly ChangedPayment[]) => those.flatMap(({ after }) => after ?? []);
  await tellRegistered(strapi, now(changed.filter(({ before }) => before === null)));
  await tell(strapi, 'payment.settled', now(changed.filter(isSettledNow)).map(paymentBody));
}

export const tellRegistered = (strapi: Core.Strapi, payments: readonly PaymentRecord[]): Promise<void> =>
  tell(strapi, 'payment.registered', payments.map(paymentBody));

export const tellOverdue = (strapi: Core.Strapi, rows: readonly OverdueInstalment[]): Promise<void> =>
  tell(
    strapi,
    'instalment.overdue',
    rows.map(({ documentId, number, dueDate, outstanding, currency, payment, customer }) => ({
      instalment: { documentId, number, dueDate, outstanding: moneyOf(outstanding, currency) },
      payment,
      customer,
    })),
  );

/** What a contact said was paid; the proof itself is for staff to look at. */
export const tellOfReceipt = (
  strapi: Core.Strapi,
  receipt: { documentId: string; paidOn: Day; amount: MinorUnits; currency: CurrencyCode; instalment: string },
  payment: { documentId: string; customer: string },
): Promise<void> =>
  tell(strapi, 'receipt.submitted', [
    {
      receipt: {
        documentId: receipt.documentId,
        paidOn: receipt.paidOn,
        amount: moneyOf(receipt.amount, receipt.currency),
      },
      instalment: receipt.instalment,
      payment: { documentId: payment.documentId },
      customer: payment.customer,
    },
  ]);
