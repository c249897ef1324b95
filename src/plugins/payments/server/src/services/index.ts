import { access } from './access';
import { arrangements } from './arrangements';
import { attachments } from './attachments';
import { bulk } from './bulk';
import { calendar } from './calendar';
import { calendarFeed } from './calendar-feed';
import { clock } from './clock';
import { closedDayEffects } from './closed-day-effects';
import { closedDays } from './closed-days';
import { contacts } from './contacts';
import { customerData } from './customer-data';
import { customers } from './customers';
import { importRuns } from './import-runs';
import { imports } from './imports';
import { extensions } from './extensions';
import { health } from './health';
import { instalments } from './instalments';
import { institutions } from './institutions';
import { links } from './links';
import { logins } from './logins';
import { mailTexts } from './mail-texts';
import { noticeLog } from './notice-log';
import { notices } from './notices';
import { obligations } from './obligations';
import { officeClosures } from './office-closures';
import { officeSettings } from './office-settings';
import { ownSettings } from './own-settings';
import { paymentLists } from './payment-lists';
import { paymentMany } from './payment-many';
import { paymentReminders } from './payment-reminders';
import { paymentAttachments } from './payment-attachments';
import { payments } from './payments';
import { plan } from './plan';
import { planPreview } from './plan-preview';
import { qr } from './qr';
import { receiptReview } from './receipt-review';
import { receipts } from './receipts';
import { reminderSchedules } from './reminder-schedules';
import { series } from './series';
import { seriesGrid } from './series-grid';
import { settings } from './settings';
import { settlements } from './settlements';
import { signIn } from './sign-in';
import { staffCalendar } from './staff-calendar';
import { statements } from './statements';
import { testMail } from './test-mail';
import { today } from './today';
import { tokens } from './tokens';

/** The plugin's services, as `strapi.plugin('payments').service(name)` finds them. */
export const services = {
  access,
  arrangements,
  attachments,
  bulk,
  calendar,
  calendarFeed,
  clock,
  closedDayEffects,
  closedDays,
  contacts,
  customerData,
  customers,
  importRuns,
  imports,
  extensions,
  health,
  instalments,
  institutions,
  links,
  logins,
  mailTexts,
  noticeLog,
  notices,
  obligations,
  officeClosures,
  officeSettings,
  ownSettings,
  paymentAttachments,
  paymentLists,
  paymentMany,
  paymentReminders,
  payments,
  plan,
  planPreview,
  qr,
  receiptReview,
  receipts,
  reminderSchedules,
  series,
  seriesGrid,
  settings,
  settlements,
  signIn,
  staffCalendar,
  statements,
  testMail,
  today,
  tokens,
};
