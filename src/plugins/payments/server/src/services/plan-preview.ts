import type { Core } from '@strapi/strapi';
import type { PlanPart, PlanPreview, previewPlan } from '../../../contracts/plan';
import type { BodyOf } from '../../../contracts/route';
import { makeCalendar } from '../../../domain/calendar';
import { minor } from '../../../domain/money';
import type { Plan } from '../../../domain/plan';
import type { HolidayNameOf } from '../closed-days/names';
import { invalidField } from '../http/errors';
import { findInstitution } from '../repositories/directory';
import { getService } from './get-service';
import { shiftView, warningParams } from './holiday-words';
import { moneyOf } from './payment-view';
import { staffHolidayNames } from './reader';

function previewOf({ total, currency, instalments, warnings }: Plan, holidayName: HolidayNameOf): PlanPreview {
  let left: number = total;
  return {
    total: moneyOf(total, currency),
    instalments: instalments.map(({ number, amount, nominalDate, dueDate, shift, pinned, paid }) => {
      left -= amount;
      return {
        number,
        amount: moneyOf(amount, currency),
        nominalDate,
        dueDate,
        shift: shiftView(shift, nominalDate, holidayName),
        pinned,
        paid,
        balance: moneyOf(minor(left), currency),
      };
    }),
    warnings: warnings.map(({ code, path, message, params }) => ({
      code,
      path: [...path],
      message,
      ...(params && { params: warningParams(params, holidayName) }),
    })),
  };
}

/** The rows of a plan as they would be saved, from the code that saves. */
export const planPreview = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws a 400 with the repairs where the plan cannot be */
  async preview({ institution, calendar, ...part }: BodyOf<typeof previewPlan>): Promise<PlanPreview> {
    const found = institution ? await findInstitution(strapi, institution) : null;
    if (institution && !found)
      throw invalidField(['institution'], 'There is no such institution', 'institution-unknown');
    const own = calendar && {
      calendar: makeCalendar({
        weekend: calendar.weekend,
        holidays: calendar.closedDays.map((day) => ({ day, name: null })),
      }),
    };
    const plan = await getService(strapi, 'plan').make(part as PlanPart, found, own);
    return previewOf(plan, await staffHolidayNames(strapi));
  },
});
