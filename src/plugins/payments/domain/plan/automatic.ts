import type { BusinessCalendar, Convention } from '../calendar';
import { fromEpochDay, isInRange, outOfRange, toEpochDay } from '../day';
import type { EpochDay } from '../day';
import type { MinorUnits } from '../money';
import { ok, refuse } from '../problem';
import type { Problem, Result } from '../problem';
import { shiftOf, spacedDueDates } from './due-dates';
import { countsInDays, nominalDates, staysAtMonthEnd } from './periods';
import { splitTotal } from './split';
import type { AutomaticPlanInput, PlannedInstalment } from './types';

/** Instalments of one amount at regular distances from the first date. */
export function automaticRows(
  input: AutomaticPlanInput,
  convention: Convention,
  calendar: BusinessCalendar,
): Result<PlannedInstalment[]> {
  const amounts = splitTotal(input, input.currency);
  const problems = refusedOptions(input);
  if (!amounts.ok) return refuse(...amounts.problems, ...problems);
  if (problems.length > 0) return refuse(...problems);

  const nominal = nominalDays(input);
  const due = spacedDueDates(nominal, convention, calendar);
  const first = due.days[0] as EpochDay;
  const last = due.days[due.days.length - 1] as EpochDay;
  if (!isInRange(first)) return refuse(outOfRange(['firstDate']));
  if (!isInRange(last) || !isInRange(nominal[nominal.length - 1] as EpochDay)) return refuse(outOfRange(['count']));
  return ok(
    nominal.map((day, index) => row(index, amounts.value[index] as MinorUnits, day, due.days[index] as EpochDay)),
  );

  function row(index: number, amount: MinorUnits, from: EpochDay, to: EpochDay): PlannedInstalment {
    return {
      number: index + 1,
      amount,
      nominalDate: fromEpochDay(from),
      dueDate: fromEpochDay(to),
      shift: shiftOf(from, to, due.collided[index] === true, calendar),
      pinned: false,
      paid: false,
    };
  }
}

function nominalDays({ firstDate, period, count, endOfMonth = false }: AutomaticPlanInput): EpochDay[] {
  const first = toEpochDay(firstDate);
  const nominalAt = nominalDates(first, period, staysAtMonthEnd(first, period, endOfMonth));
  const nominal: EpochDay[] = [];
  for (let index = 0; index < count; index += 1) nominal.push(nominalAt(index));
  return nominal;
}

function refusedOptions({ period, endOfMonth }: AutomaticPlanInput): Problem[] {
  if (!endOfMonth || !countsInDays(period)) return [];
  const message = 'A period of weeks has no month’s ends: leave endOfMonth out, or choose a period of months';
  return [{ code: 'end-of-month-refused', path: ['endOfMonth'], message }];
}
