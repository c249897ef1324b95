import * as access from './access';
import * as arrangement from './arrangement-routes';
import * as attachment from './attachment-routes';
import * as bulk from './bulk';
import * as calendar from './calendar';
import * as closedDays from './closed-days';
import * as customer from './customer';
import * as customerActions from './customer-actions';
import * as imports from './imports';
import * as extensions from './extensions';
import * as customerData from './customer-data';
import * as health from './health';
import * as institution from './institution';
import * as live from './live';
import * as mailTexts from './mail-texts';
import * as me from './me';
import * as notice from './notice';
import * as noticeActions from './notice-actions';
import * as obligation from './obligation';
import * as officeClosures from './office-closures';
import * as instalment from './instalment-routes';
import * as payment from './payment-routes';
import * as paymentMany from './payment-many';
import * as paymentReminders from './payment-reminders';
import * as paymentTotals from './payment-totals';
import * as plan from './plan';
import * as receipt from './receipt';
import * as receiptReview from './receipt-review';
import * as series from './series';
import * as seriesGrid from './series-grid';
import * as settings from './settings';
import * as settlements from './settlements';
import * as staff from './staff';
import * as today from './today';
import type { RouteContract } from './route';

export type * from './route';

const routesOf = (module: Readonly<Record<string, unknown>>): RouteContract[] =>
  Object.values(module).filter(
    (value): value is RouteContract =>
      typeof value === 'object' && value !== null && 'scope' in value && 'example' in value,
  );

/** The router takes the first path that fits, so `/closed-days/effects` must stand before `/closed-days/:documentId`. */
const byPath = (a: RouteContract, b: RouteContract): number =>
  Number(a.path.includes(':')) - Number(b.path.includes(':'));

/** Every route of the HTTP interface, those with path parameters last. */
export const routes: readonly RouteContract[] = [
  ...routesOf(plan),
  ...routesOf(payment),
  ...routesOf(arrangement),
  ...routesOf(instalment),
  ...routesOf(attachment),
  ...routesOf(paymentTotals),
  ...routesOf(paymentMany),
  ...routesOf(bulk),
  ...routesOf(settlements),
  ...routesOf(today),
  ...routesOf(receiptReview),
  ...routesOf(staff),
  ...routesOf(calendar),
  ...routesOf(customer),
  ...routesOf(customerActions),
  ...routesOf(imports),
  ...routesOf(customerData),
  ...routesOf(institution),
  ...routesOf(closedDays),
  ...routesOf(extensions),
  ...routesOf(officeClosures),
  ...routesOf(notice),
  ...routesOf(noticeActions),
  ...routesOf(health),
  ...routesOf(paymentReminders),
  ...routesOf(series),
  ...routesOf(seriesGrid),
  ...routesOf(settings),
  ...routesOf(mailTexts),
  ...routesOf(obligation),
  ...routesOf(live),
  ...routesOf(receipt),
  ...routesOf(me),
  ...routesOf(access),
].sort(byPath);
