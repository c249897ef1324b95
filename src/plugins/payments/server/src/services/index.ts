import { access } from './access';
import { attachments } from './attachments';
import { calendar } from './calendar';
import { calendarFeed } from './calendar-feed';
import { clock } from './clock';
import { closedDayEffects } from './closed-day-effects';
import { closedDays } from './closed-days';
import { contacts } from './contacts';
import { customers } from './customers';
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
import { paymentReminders } from './payment-reminders';
import { payments } from './payments';
import { plan } from './plan';
import { planPreview } from './plan-preview';
import { qr } from './qr';
import { receipts } from './receipts';
import { reminderSchedules } from './reminder-schedules';
import { settings } from './settings';
import { signIn } from './sign-in';
import { staffCalendar } from './staff-calendar';
import { testMail } from './test-mail';
import { tokens } from './tokens';

/** The plugin's services, as `strapi.plugin('payments').service(name)` finds them. */
export const services = {
  access,
  attachments,
  calendar,
  calendarFeed,
  clock,
  closedDayEffects,
  closedDays,
  contacts,
  customers,
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
  paymentLists,
  paymentReminders,
  payments,
  plan,
  planPreview,
  qr,
  receipts,
  reminderSchedules,
  settings,
  signIn,
  staffCalendar,
  testMail,
  tokens,
};
