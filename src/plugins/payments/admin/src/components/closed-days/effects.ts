import type { ClosedDayEffect } from '../../../../contracts/closed-days';
import { normaliseSearch } from '../../../../domain/search-text';

/** Instalments that make the same move for the same reason. */
export interface EffectGroup {
  key: string;
  from: string;
  to: string;
  shift: ClosedDayEffect['shift'];
  effects: ClosedDayEffect[];
}

const keyOf = ({ from, to, shift }: ClosedDayEffect): string => [from, to, shift?.kind, shift?.name].join(' ');

/** Effects by their move, in the order of their due dates. */
export function groupEffects(effects: readonly ClosedDayEffect[]): EffectGroup[] {
  const groups = new Map<string, EffectGroup>();
  for (const effect of effects) {
    const { from, to, shift } = effect;
    const group = groups.get(keyOf(effect)) ?? { key: keyOf(effect), from, to, shift, effects: [] };
    group.effects.push(effect);
    groups.set(group.key, group);
  }
  return [...groups.values()];
}

/** Effects whose customer, payment, reference or institution has the words that are searched for, without minding accents and case. */
export function searchEffects(effects: readonly ClosedDayEffect[], text: string): readonly ClosedDayEffect[] {
  const words = normaliseSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) return effects;
  return effects.filter(({ customer, payment, institution }) => {
    const said = normaliseSearch([customer.name, payment.title, payment.reference, institution?.name].join(' '));
    return words.every((word) => said.includes(word));
  });
}

/** A move into the past would make an instalment overdue at once: it is not chosen unless staff choose it. */
export const isSafe = ({ to }: ClosedDayEffect, today: string): boolean => to >= today;
