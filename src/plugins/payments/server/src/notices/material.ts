import type { Core } from '@strapi/types';
import type { MinorUnits } from '../../../domain/money';
import type { ClaimedNotice } from '../repositories/notices-claim';
import {
  readCustomerMail,
  readFurthestSteps,
  readPaymentsByDocument,
  readPendingReminders,
  readTellings,
} from '../repositories/notices-context';
import type { CustomerMail, PendingReminder, Telling } from '../repositories/notices-context';
import { readRecipients } from '../repositories/notices-recipients';
import type { Recipient } from '../repositories/notices-recipients';
import type { PaymentRecord } from '../repositories/payment-record';
import { readReported } from '../repositories/reported';
import { getService } from '../services/get-service';
import { isOneAddress } from './address';
import { adminUrl, publicUrl } from '../services/public-address';
import { signLinks, unsubscribeTokens, unsubscribeUrl } from './links';
import type { SecretLinks } from './links';
import type { ContextInput } from './mail/context';
import { holidayNamesOf } from './mail/holiday-names';
import type { Language } from './mail/format';
import type { InvitationPayload, RegisteredPayload, RemindNowPayload, UpdatedPayload } from './notice';

/** All that the mails of a batch are made of, read in a number of statements that does not grow with the batch. */
export interface Material {
  readonly payments: ReadonlyMap<string, PaymentRecord>;
  readonly reported: ReadonlyMap<string, MinorUnits>;
  readonly furthestSteps: ReadonlyMap<string, number>;
  paymentFor(notice: ClaimedNotice): PaymentRecord | null;
  remindersOf(notice: ClaimedNotice): readonly PendingReminder[];
  /** The contact, beside the customer that the notice is about where it names one. */
  recipientOf(notice: ClaimedNotice): Recipient | undefined;
  /** The contact beside the customer of a payment; undefined where the contact does not act for it. */
  recipientFor(contact: string, payment: PaymentRecord): Recipient | undefined;
  actsFor(notice: ClaimedNotice, payment: PaymentRecord): boolean;
  /** Whether the contact was told of the notice's payment, as far as is still stored. */
  wasTold(notice: ClaimedNotice): boolean;
  customerOf(payment: PaymentRecord): CustomerMail | undefined;
  contextFor(notice: ClaimedNotice, recipient: Recipient | undefined): ContextInput;
  /** What stands in the notice's links and would open something. */
  secretsFor(notice: ClaimedNotice): readonly string[];
  /** Where one click takes the contact off reminders; null for other kinds of mail. */
  unsubscribeUrlFor(notice: ClaimedNotice): string | null;
  replyToFor(notice: ClaimedNotice): string | null;
  messageIdFor(notice: ClaimedNotice): string;
  readonly adminUrl: string;
}

const reminds = ({ kind }: ClaimedNotice): boolean => kind === 'reminder' || kind === 'overdue';

const carriesReminders = (notice: ClaimedNotice): boolean => !notice.byStaff && reminds(notice);

/** Whether a notice is about one customer alone; a digest may be about several. */
const isAboutOne = (notice: ClaimedNotice): boolean =>
  notice.customer !== null && notice.kind !== 'registered' && !reminds(notice) && paymentsNamedBy(notice).length <= 1;

/** Which payments a notice speaks of, besides those of its reminders. */
function paymentsNamedBy(notice: ClaimedNotice): readonly string[] {
  const { kind, payload, payment } = notice;
  if (kind === 'registered') return (payload as RegisteredPayload).payments;
  if (kind === 'updated') return (payload as UpdatedPayload).parts.map((part) => part.payment);
  if (reminds(notice) && notice.byStaff) return (payload as RemindNowPayload).payments;
  return payment ? [payment] : [];
}

/** A withdrawn payment is not the contact's any more; the others may be opened. */
const linksToObligations = ({ kind }: ClaimedNotice): boolean => kind !== 'withdrawn' && kind !== 'invitation';

/** The secret of an invitation comes with its payload. */
function secretsIn({ kind, payload }: ClaimedNotice): string[] {
  const secret = kind === 'invitation' ? (payload as InvitationPayload).url.split('#')[1] : undefined;
  return secret ? [secret] : [];
}

export async function loadMaterial(strapi: Core.Strapi, notices: readonly ClaimedNotice[]): Promise<Material> {
  const reminders = await readPendingReminders(
    strapi,
    notices.filter(carriesReminders).map(({ documentId }) => documentId),
  );
  const named = [...notices.flatMap(paymentsNamedBy), ...reminders.map(({ payment }) => payment)];
  const payments = await readPaymentsByDocument(strapi, [...new Set(named)]);
  const recipients = await readRecipients(strapi, 'contact', [...new Set(notices.map(({ contact }) => contact))]);
  const customers = await readCustomerMail(strapi, customersOf(notices, [...payments.values()]));
  const instalments = [...new Set(reminders.map(({ instalment }) => instalment))];
  const furthestSteps = await readFurthestSteps(strapi, instalments);
  const reported =
    reminders.length > 0 ? await readReported(strapi, [...payments.keys()]) : new Map<string, MinorUnits>();
  const withdrawing = notices.filter(({ kind }) => kind === 'withdrawn').map(({ contact }) => contact);
  const tellings = await readTellings(strapi, [...new Set(withdrawing)]);
  const office = await readOffice(strapi);
  const paymentsOf = (notice: ClaimedNotice): string[] => {
    const reminded = reminders.filter((reminder) => reminder.notice === notice.documentId);
    return [...paymentsNamedBy(notice), ...reminded.map(({ payment }) => payment)];
  };
  const linksOf = await signLinks(
    strapi,
    notices.filter(linksToObligations).flatMap((notice) =>
      paymentsOf(notice)
        .filter((payment) => payments.has(payment))
        .map((payment) => ({ contact: notice.contact, payment })),
    ),
  );
  const unsubscribing = await unsubscribeTokens(
    strapi,
    notices.filter(reminds).map(({ contact }) => contact),
  );
  const secretLinks = (notice: ClaimedNotice): SecretLinks => linksOf(notice.contact, paymentsOf(notice));

  const recipientFor = (contact: string, payment: PaymentRecord) =>
    recipients.find((one) => one.contact === contact && one.customer === payment.customer?.documentId);
  const paymentsFor = (notice: ClaimedNotice) => paymentsOf(notice).flatMap((id) => payments.get(id) ?? []);
  const paymentFor = (notice: ClaimedNotice) => (notice.payment && payments.get(notice.payment)) || null;

  return {
    payments,
    reported,
    furthestSteps,
    paymentFor,
    recipientFor,
    remindersOf: (notice) => reminders.filter((reminder) => reminder.notice === notice.documentId),
    recipientOf(notice) {
      const ofContact = recipients.filter(({ contact }) => contact === notice.contact);
      if (isAboutOne(notice)) return ofContact.find(({ customer }) => customer === notice.customer);
      return ofContact.find(({ customerArchived }) => !customerArchived) ?? ofContact[0];
    },
    actsFor: (notice, payment) => recipientFor(notice.contact, payment) !== undefined,
    wasTold: (notice) => wasTold(notice, tellings),
    customerOf: (payment) => customers.get(payment.customer?.documentId ?? ''),
    contextFor: (notice, recipient) => ({
      ...office.context,
      links: secretLinks(notice).links,
      contact: recipient?.name ?? '',
      language: office.languageOf(recipient),
    }),
    secretsFor: (notice) => [...secretLinks(notice).secrets, ...secretsIn(notice)],
    unsubscribeUrlFor(notice) {
      const token = reminds(notice) && unsubscribing.get(notice.contact);
      return token ? unsubscribeUrl(strapi, token) : null;
    },
    replyToFor(notice) {
      const whose = isAboutOne(notice) ? [notice.customer ?? ''] : customersOf([], paymentsFor(notice));
      const addresses = new Set(whose.map((customer) => customers.get(customer)?.responsibleEmail ?? null));
      const [responsible = null] = addresses;
      // Of several customers' matters only the office knows all.
      return addresses.size === 1 && isOneAddress(responsible) ? responsible : office.replyTo;
    },
    messageIdFor: ({ documentId }) => `<${documentId}@${office.host}>`,
    adminUrl: adminUrl(strapi),
  };
}

/** What is not stored any more was told, long ago; else what went out before the notice decides. What staff send again was known. */
function wasTold({ id, contact, payment }: ClaimedNotice, tellings: readonly Telling[]): boolean {
  const about = tellings.filter(
    (each) => each.id < id && each.contact === contact && each.payments.includes(payment ?? ''),
  );
  const last = about.findLast(({ wentOut, byStaff }) => wentOut || byStaff);
  return last ? last.kind === 'registered' : about.length === 0;
}

/** Whose matters these are, by documentId. */
function customersOf(notices: readonly ClaimedNotice[], payments: readonly PaymentRecord[]): string[] {
  const ofPayments = payments.map(({ customer }) => customer?.documentId);
  const ids = [...notices.map(({ customer }) => customer), ...ofPayments];
  return [...new Set(ids)].filter((id): id is string => typeof id === 'string');
}

/** What of the office's settings a mail needs. */
async function readOffice(strapi: Core.Strapi) {
  const settings = await getService(strapi, 'settings').get();
  const languages: readonly Language[] = settings.languages;
  const languageOf = (recipient: Recipient | undefined): Language => {
    const wanted = recipient?.language?.slice(0, 2);
    return languages.find((language) => language === wanted) ?? languages[0] ?? 'en';
  };
  return {
    languageOf,
    replyTo: isOneAddress(settings.replyTo) ? settings.replyTo : null,
    host: new URL(publicUrl(strapi)).hostname,
    context: {
      office: settings.officeName,
      timeZone: settings.timeZone,
      today: await getService(strapi, 'clock').today(),
      calendar: await getService(strapi, 'calendar').get(),
      wordings: await getService(strapi, 'mailTexts').own(),
      holidayNames: await holidayNamesOf(strapi),
    },
  };
}
