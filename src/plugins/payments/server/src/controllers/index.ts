import type { Core } from '@strapi/strapi';
import { calendarControllers } from './admin/calendar';
import { closedDayControllers } from './admin/closed-days';
import { contactControllers } from './admin/contacts';
import { customerControllers } from './admin/customers';
import { importControllers } from './admin/imports';
import { extensionControllers } from './admin/extensions';
import { customerDataControllers } from './admin/customer-data';
import { institutionControllers } from './admin/institutions';
import { mailTextControllers } from './admin/mail-texts';
import { noticeControllers } from './admin/notices';
import { paymentManyControllers } from './admin/payment-many';
import { paymentReminderControllers } from './admin/payment-reminders';
import { paymentControllers } from './admin/payments';
import { seriesControllers } from './admin/series';
import { settingsControllers } from './admin/settings';
import { settlementControllers } from './admin/settlements';
import { todayControllers } from './admin/today';
import { anybody } from './content-api/anybody';
import { contact } from './content-api/contact';

/** Everything staff can ask for; each action bears the name of its contract. */
const staff = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...paymentControllers(strapi),
  ...todayControllers(strapi),
  ...calendarControllers(strapi),
  ...customerControllers(strapi),
  ...customerDataControllers(strapi),
  ...contactControllers(strapi),
  ...importControllers(strapi),
  ...institutionControllers(strapi),
  ...closedDayControllers(strapi),
  ...extensionControllers(strapi),
  ...noticeControllers(strapi),
  ...paymentManyControllers(strapi),
  ...paymentReminderControllers(strapi),
  ...mailTextControllers(strapi),
  ...seriesControllers(strapi),
  ...settingsControllers(strapi),
  ...settlementControllers(strapi),
});

export const controllers = { staff, contact, anybody };
