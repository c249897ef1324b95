import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { uid } from '../constants';
import {
  followInstalments,
  followPayments,
  instalmentsAround,
  paymentsLinkedTo,
  paymentsOfInstalments,
} from '../repositories/followed-links';
import { lockPayments, readPayment } from '../repositories/payment-reads';
import type { PaymentRecord } from '../repositories/payment-record';
import { hasReceipts } from '../repositories/payment-receipts';
import { deleteInstalments } from '../repositories/payment-deletes';
import { writeInstalments } from '../repositories/payment-writes';
import { currentIntent } from '../record/actor';
import { record } from '../record/record';
import { refuseNewMisuse } from '../services/code-use';
import { getService } from '../services/get-service';
import { createdRows, dataOf, linkedIds, lockAndRead, nameDocuments, touchedRows } from './event';
import type { HookEvent } from './event';
import { completed } from './half-said';
import { checkInstalmentChange, checkInstalmentData, checkPaymentData, checkRows } from './invariants';

type Before = ReadonlyMap<number, PaymentRecord>;

/**
 * The lifecycle hooks on Payment and Instalment, for writes that do not come from the plugin's own services: they hold the same
 * invariants and end in the same `record`.
 */
export function paymentHooks(strapi: Core.Strapi) {
  const payments = onPayments(strapi);
  const instalments = onInstalments(strapi);
  return [
    { models: [uid.payment], ...payments, ...manyOf(payments) },
    { models: [uid.instalment], ...instalments, ...manyOf(instalments) },
  ];
}

type Hook = (event: HookEvent) => Promise<void>;
type Hooks = Record<
  'beforeCreate' | 'afterCreate' | 'beforeUpdate' | 'afterUpdate' | 'beforeDelete' | 'afterDelete',
  Hook
>;

/** `*Many` writes fire only `*Many` hooks; ours read the rows themselves, so one hook serves both. */
const manyOf = (hooks: Hooks) => Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [`${name}Many`, hook]));

/** Completes and checks the rows that changed, then records the payment. */
export async function settle(strapi: Core.Strapi, id: number, before: PaymentRecord | null): Promise<void> {
  const after = await readPayment(strapi, id);
  if (!after) return;
  checkRows(before, after);
  const earlier = new Map(before?.state.instalments.map((row) => [row.id, row]));
  const rows = after.state.instalments.map((row) => completed(after, earlier.get(row.id), row));
  for (const row of rows) checkInstalmentChange(earlier.get(row.id), row);
  const nothingYet = { ...after, state: { ...after.state, instalments: [] } };
  for (const { id: row, paymentCode } of rows) {
    if (!paymentCode || paymentCode === earlier.get(row)?.paymentCode) continue;
    await refuseNewMisuse(strapi, before ?? nothingYet, rows, paymentCode);
  }
  const mended = rows.filter((row, index) => row !== after.state.instalments[index]);
  await writeInstalments(strapi, mended, getService(strapi, 'clock').now());
  await record(strapi, { before, id, intent: currentIntent(strapi), fromElsewhere: true });
}

async function refuseDelete(strapi: Core.Strapi, payment: PaymentRecord): Promise<void> {
  const paid = payment.state.instalments.some((row) => row.paid > 0);
  if (paid || (await hasReceipts(strapi, payment.documentId))) {
    throw new errors.ValidationError('A payment that was paid or has receipts cannot be deleted; cancel it instead');
  }
}

function onPayments(strapi: Core.Strapi): Hooks {
  /** Instalments that were connected from the payment's side may have left another payment, which changes too. */
  async function follow(ids: readonly number[], before: Before): Promise<Before> {
    const rows = await instalmentsAround(strapi, ids);
    const left = (await paymentsOfInstalments(strapi, rows)).filter((id) => !before.has(id) && !ids.includes(id));
    const all = new Map([...before, ...(await lockAndRead(strapi, left))]);
    await followPayments(strapi, ids);
    await followInstalments(strapi, rows);
    return all;
  }

  return {
    async beforeCreate(event) {
      nameDocuments(event);
      for (const data of dataOf(event)) checkPaymentData(data, null);
    },
    async afterCreate(event) {
      const ids = await createdRows(strapi, event);
      const others = await follow(ids, new Map());
      for (const id of ids) await settle(strapi, id, null);
      for (const [id, before] of others) await settle(strapi, id, before);
    },
    async beforeUpdate(event) {
      const rows = await touchedRows(strapi, event);
      const joining = dataOf(event).flatMap((data) => linkedIds(data.instalments));
      const before = await lockAndRead(strapi, [...rows, ...(await paymentsOfInstalments(strapi, joining))]);
      for (const data of dataOf(event)) {
        for (const [id, payment] of before) if (rows.includes(id)) checkPaymentData(data, payment);
      }
      event.state = { before };
    },
    async afterUpdate({ state: { before = new Map() } }) {
      const all = await follow([...before.keys()], before);
      for (const [id, payment] of all) await settle(strapi, id, payment);
    },
    async beforeDelete(event) {
      const before = await lockAndRead(strapi, await touchedRows(strapi, event));
      for (const payment of before.values()) {
        await refuseDelete(strapi, payment);
        await deleteInstalments(
          strapi,
          payment.state.instalments.map(({ id }) => id),
        );
      }
      event.state = { before };
    },
    async afterDelete({ state: { before = new Map() } }) {
      const intent = currentIntent(strapi);
      for (const payment of before.values()) {
        await record(strapi, { before: payment, id: null, intent, fromElsewhere: true });
      }
    },
  };
}

function onInstalments(strapi: Core.Strapi): Hooks {
  /** Makes the rows' columns follow their links and records every payment that they belong to now or belonged to before. */
  async function settleAround(rows: readonly number[], before: Before): Promise<void> {
    const now = (await paymentsLinkedTo(strapi, rows)).filter((id) => !before.has(id));
    const all = new Map([...before, ...(await lockAndRead(strapi, now))]);
    await followInstalments(strapi, rows);
    for (const [id, payment] of all) await settle(strapi, id, payment);
  }

  return {
    async beforeCreate(event) {
      nameDocuments(event);
      for (const data of dataOf(event)) checkInstalmentData(data, true);
      const payments = dataOf(event).flatMap((data) => linkedIds(data.payment));
      await lockPayments(strapi, [...new Set(payments)]);
    },
    async afterCreate(event) {
      await settleAround(await createdRows(strapi, event), new Map());
    },
    async beforeUpdate(event) {
      for (const data of dataOf(event)) checkInstalmentData(data, false);
      const rows = await touchedRows(strapi, event);
      const target = dataOf(event).flatMap((data) => linkedIds(data.payment));
      const payments = [...(await paymentsOfInstalments(strapi, rows)), ...target];
      event.state = { rows, before: await lockAndRead(strapi, payments) };
    },
    async afterUpdate({ state: { rows = [], before = new Map() } }) {
      await settleAround(rows, before);
    },
    async beforeDelete(event) {
      const rows = await touchedRows(strapi, event);
      const before = await lockAndRead(strapi, await paymentsOfInstalments(strapi, rows));
      for (const payment of before.values()) {
        const paid = payment.state.instalments.find((row) => rows.includes(row.id) && row.paid > 0);
        if (paid) throw new errors.ValidationError(`Instalment ${paid.number} was paid and cannot be deleted`);
      }
      event.state = { before };
    },
    async afterDelete({ state: { before = new Map() } }) {
      for (const [id, payment] of before) await settle(strapi, id, payment);
    },
  };
}
