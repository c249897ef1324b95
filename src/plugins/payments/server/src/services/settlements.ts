import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { MOST_SETTLED } from '../../../contracts/settlements';
import type { applySettlements, SettlementLine, SettlementOutcome } from '../../../contracts/settlements';
import type { AnswerOf, BodyOf } from '../../../contracts/route';
import type { Day } from '../../../domain/day';
import { settle } from '../../../domain/edit-plan';
import { parseDecimal } from '../../../domain/money';
import { checkPaymentCode, SCHEME_IDS } from '../../../domain/payment-code';
import { readSettlementList } from '../../../domain/settlement-list';
import type { ListedLine } from '../../../domain/settlement-list';
import { invalidField, valueOf } from '../http/errors';
import type { Actor } from '../record/actor';
import { recordAll } from '../record/record';
import { findPaymentsOf } from '../repositories/closed-day-effects';
import { inTransaction } from '../repositories/database';
import { lockPayments, readPayments } from '../repositories/payment-reads';
import type { InstalmentRecord, PaymentRecord } from '../repositories/payment-record';
import { writeInstalments } from '../repositories/payment-writes';
import { findByKeys } from '../repositories/settlement-keys';
import type { KnownKey } from '../repositories/settlement-keys';
import { getService } from './get-service';
import { matchLines } from './settlement-lines';

type Settlements = BodyOf<typeof applySettlements>['settlements'];
type Applied = AnswerOf<typeof applySettlements>['data'];
type Settlement = Settlements[number];

/** Every form under which the key may be kept: as each scheme writes it, and as a tax number. */
function formsOf(key: string): { codes: string[]; taxNumber: string } {
  const codes = SCHEME_IDS.flatMap((scheme) => {
    const checked = checkPaymentCode(key, scheme);
    return checked.ok ? [checked.value.value] : [];
  });
  return { codes: [...new Set(codes)], taxNumber: key.replace(/[\s.-]/g, '').replace(/^(EL|GR)/i, '') };
}

/** Settles many instalments by the list of a bank or a tax office. */
export const settlements = ({ strapi }: { strapi: Core.Strapi }) => {
  /** What is known under the key of each line, by the line's number. */
  async function findKnown(lines: readonly ListedLine[]): Promise<Map<number, KnownKey[]>> {
    const forms = new Map(
      lines.flatMap(({ line, read }) => (read.ok ? [[line, formsOf(read.value.key)] as const] : [])),
    );
    const all = [...forms.values()];
    const known = await findByKeys(
      strapi,
      [...new Set(all.flatMap(({ codes }) => codes))],
      [...new Set(all.map(({ taxNumber }) => taxNumber))],
    );
    const byKey = new Map<string, KnownKey[]>();
    for (const each of known) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
    return new Map(
      [...forms].map(([line, { codes, taxNumber }]) => [
        line,
        [...new Set([...codes, taxNumber])].flatMap((key) => byKey.get(key) ?? []),
      ]),
    );
  }

  /** Marks one as paid in the rows of its payment, or says why not. */
  function settleOne(payment: PaymentRecord, rows: InstalmentRecord[], one: Settlement, today: Day) {
    const row = rows.find(({ documentId }) => documentId === one.instalment);
    if (!row) return { rows, outcome: 'not-found' as const };
    if (row.state !== 'open') return { rows, outcome: row.state };
    if (payment.revision !== one.revision) return { rows, outcome: 'changed-meanwhile' as const };
    const { currency } = payment.state;
    const amount = valueOf(parseDecimal(one.amount, currency, ['settlements']));
    if (amount > row.amount - row.paid) return { rows, outcome: 'amount-above-outstanding' as const };
    const settled = valueOf(settle(rows, row.number, { amount, paidOn: one.paidOn, today }, currency), ['settlements']);
    return { rows: settled.rows, outcome: 'settled' as const };
  }

  return {
    /** What a pasted list would settle, line by line. Nothing is written. */
    async preview(text: string): Promise<SettlementLine[]> {
      const { locale, currency } = await getService(strapi, 'settings').get();
      const today = await getService(strapi, 'clock').today();
      const lines = readSettlementList(text, { locale, currency, today });
      if (lines.length > MOST_SETTLED) {
        const message = `A list has at most ${MOST_SETTLED} lines: paste it in parts`;
        throw invalidField(['text'], message, 'settlement-too-long');
      }
      const known = await findKnown(lines);
      const ids = [...new Set([...known.values()].flat().map(({ payment }) => payment))];
      const payments = (await readPayments(strapi, ids)).filter(({ state }) => state.currency === currency);
      return matchLines(lines, known, new Map(payments.map((payment) => [payment.id, payment])), { currency, today });
    },

    /**
     * Marks what was chosen as paid in one transaction. What was edited, paid or cancelled since it was shown stays as it is, and is told.
     *
     * @throws a 400 that names the list, where a day is still to come or an amount is none
     */
    async apply(chosen: Settlements, { actor, loud }: { actor: Actor; loud: boolean }): Promise<Applied> {
      const today = await getService(strapi, 'clock').today();
      const outcomes = new Map<Settlement, SettlementOutcome>();
      const byInstalment = new Map<string, Settlement[]>();
      for (const one of chosen) byInstalment.set(one.instalment, [...(byInstalment.get(one.instalment) ?? []), one]);
      await inTransaction(strapi, async () => {
        const ids = await findPaymentsOf(strapi, [...byInstalment.keys()]);
        await lockPayments(strapi, ids);
        const written: InstalmentRecord[] = [];
        const changed: { before: PaymentRecord; id: number }[] = [];
        for (const payment of await readPayments(strapi, ids)) {
          let rows: InstalmentRecord[] = [...payment.state.instalments];
          for (const { documentId } of payment.state.instalments) {
            for (const one of byInstalment.get(documentId) ?? []) {
              const settled = settleOne(payment, rows, one, today);
              rows = settled.rows;
              outcomes.set(one, settled.outcome);
            }
          }
          const earlier = new Set(payment.state.instalments);
          const others = rows.filter((row) => !earlier.has(row));
          if (others.length > 0) changed.push({ before: payment, id: payment.id });
          written.push(...others);
        }
        await writeInstalments(strapi, written, getService(strapi, 'clock').now());
        await recordAll(strapi, changed, { intent: { actor, loud, batch: createId() }, fromElsewhere: false });
      });
      const results = chosen.map((one) => ({
        instalment: one.instalment,
        outcome: outcomes.get(one) ?? ('not-found' as const),
      }));
      return { settled: results.filter(({ outcome }) => outcome === 'settled').length, results };
    },
  };
};
