import type { Words } from './words';

export const en: Words = {
  greeting: (name) => `Dear ${name},`,
  kinds: {
    registered: {
      one: {
        subject: 'New obligation: {{title}}, {{total}}, due {{dueDate}} ({{number}}) [{{reference}}]',
        opening:
          '{{office}} has registered a payment of {{total}} that {{customer}} owes to {{institution}}: {{title}}. Due {{dueDate}} ({{number}}).',
      },
      several: {
        subject: '{{count}} new obligations, the first due {{dueDate}} ({{number}}) [{{reference}}]',
        opening: '{{office}} has registered {{count}} payments. The first is due {{dueDate}}.',
      },
    },
    updated: {
      one: {
        subject: 'Changed: {{title}} [{{reference}}]',
        opening:
          '{{office}} has changed the payment “{{title}}” of {{customer}}. Below is what was, and what holds now.',
      },
      several: {
        subject: 'Changed: {{title}}, {{count}} payments [{{reference}}]',
        opening: '{{office}} has changed {{count}} payments. Below is what was, and what holds now.',
      },
    },
    reminder: {
      one: {
        subject: 'Reminder: {{title}}, {{number}}, {{amount}} by {{dueDate}} [{{reference}}]',
        opening: '{{amount}} for {{title}} ({{number}}) of {{customer}} is due to {{institution}} on {{dueDate}}.',
      },
      several: {
        subject: 'Reminder: {{count}} payments, the first by {{dueDate}} [{{reference}}]',
        opening: '{{count}} payments are due soon, the oldest first.',
      },
    },
    overdue: {
      one: {
        subject: 'Not confirmed as paid: {{title}}, {{number}}, {{amount}}, was due {{dueDate}} [{{reference}}]',
        opening:
          '{{amount}} for {{title}} ({{number}}) of {{customer}} was due to {{institution}} on {{dueDate}}. We have received no confirmation that it was paid.',
      },
      several: {
        subject: 'Not confirmed as paid: {{count}} payments, the oldest due {{dueDate}} [{{reference}}]',
        opening: 'For {{count}} payments we have received no confirmation, or they are due soon; the oldest first.',
      },
    },
    withdrawn: {
      one: {
        subject: 'Withdrawn: {{title}} [{{reference}}]',
        opening:
          '{{office}} has taken “{{title}}” off the obligations of {{customer}}. You will get no more reminders of it.',
      },
      several: { subject: 'Withdrawn: {{title}} [{{reference}}]', opening: 'Several payments have been withdrawn.' },
    },
    receipt: {
      one: {
        subject: 'Your report of payment: {{title}}, {{number}} [{{reference}}]',
        opening: '{{office}} has reviewed your report that {{title}} ({{number}}) was paid.',
      },
      several: { subject: 'Your reports of payment', opening: '{{office}} has reviewed your reports of payment.' },
    },
    invitation: {
      one: {
        subject: '{{office}}: your access to your obligations',
        opening: '{{office}} invites you to see your obligations online. Choose a password to begin.',
      },
      several: {
        subject: '{{office}}: choose a new password',
        opening: 'Somebody, probably you, has asked for a new password. If it was not you, there is nothing to do.',
      },
    },
  },
  closing: {
    registered:
      'You pay the institution directly, under the payment code. We remind you before each due date. If anything looks wrong, answer this mail.',
    updated: 'If you have questions about the change, answer this mail.',
    reminder:
      'You pay the institution directly, under the payment code. Once you have paid, tell us with “I have paid” and the reminders stop.',
    overdue:
      'The institution may add a surcharge to what is late. If you have paid already, tell us with “I have paid”, or answer this mail.',
    withdrawn: 'If you have paid it, or believe this is wrong, answer this mail.',
    receipt: 'If you have questions, answer this mail.',
    invitation: 'The address works once, and for you alone: do not pass this mail on.',
  },
  labels: {
    institution: 'To',
    customer: 'For',
    total: 'Total',
    outstanding: 'Outstanding',
    instalments: 'Instalments',
    dueDate: 'Due',
    payBy: 'Pay by',
    reference: 'Reference',
    code: 'Payment code, ready to copy',
    codeFollows: 'The payment code will follow.',
    nextInstalment: 'To pay next',
    reason: 'Reason',
  },
  fields: {
    customer: 'Customer',
    institution: 'Institution',
    title: 'Title',
    description: 'Description',
    currency: 'Currency',
    total: 'Total',
    paymentCode: 'Payment code',
    paymentCodeScheme: 'Kind of payment code',
    state: 'State',
    attachments: 'Attachment',
    amount: 'Amount',
    paid: 'Paid',
    dueDate: 'Due date',
    nominalDate: 'Nominal date',
    shift: 'Reason of the date',
    note: 'Note',
  },
  states: { open: 'open', paid: 'paid', settled: 'settled', cancelled: 'cancelled' },
  receipts: { accepted: 'accepted', rejected: 'not accepted' },
  shifts: {
    weekend: 'weekend',
    holiday: 'public holiday',
    decree: 'closed by decree',
    collision: 'another instalment is due that day',
  },
  instalment: (number, of) => `Instalment ${number}/${of}`,
  nothing: '–',
  more: (count) => `and ${count} more`,
  movedFrom: (day, why) => `moved from ${day}: ${why}`,
  duePayBy: (payBy) => `pay by ${payBy}`,
  overdueSince: (day) => `was due ${day}, not confirmed as paid`,
  codeIs: (code) => `Payment code ${code}`,
  buttons: { obligation: 'See details', all: 'See your obligations', invitation: 'Choose a password' },
  footer: (office) => `You get this mail because ${office} looks after payments that you are named as a contact for.`,
  settings: 'Change what you get',
  test: 'This is a test: nothing in it is real.',
  validUntil: (instant) => `The address works until ${instant}.`,
  digest: {
    titles: {
      review: 'Reported as paid, to review before they are due',
      lost: 'Arrangements with as many unpaid instalments as lose them',
      atRisk: 'Arrangements that are lost if this deadline is missed',
      due: 'Due, not confirmed as paid',
      reported: 'Reported as paid, not reviewed yet',
      failed: 'Mails that failed, or may not have arrived',
      incomplete: 'Code or amount missing, due within 10 days',
    },
    short: {
      review: 'review now',
      lost: 'arrangements over',
      atRisk: 'arrangements at risk',
      due: 'due',
      reported: 'to review',
      failed: 'mails failed',
      incomplete: 'to complete',
    },
    opening: (day) => `What needs you on ${day}.`,
    button: 'Open the payments',
    footer: (office) =>
      `You get this mail because you look after these customers at ${office}, or read its mail. It goes on working days.`,
  },
};
