import { makeCalendar } from '../../../../domain/calendar';
import type { Day } from '../../../../domain/day';
import { minor } from '../../../../domain/money';
import type { CurrencyCode } from '../../../../domain/money';
import type { InstalmentRecord, PaymentRecord } from '../../repositories/payment-record';
import { holidayNames } from '../../closed-days/names';
import { contextOf } from './context';
import type { ContextInput, MailContext } from './context';
import type { Language } from './format';
import { invitationMail, messageMail, receiptMail, withdrawnMail } from './other-mails';
import { registeredMail, remindersMail } from './payments-mail';
import { renderMail } from './render';
import type { RenderedMail } from './render';
import { updatedMail } from './updated-mail';

const day = (value: string) => value as Day;

const calendar = makeCalendar({ weekend: [6, 7], holidays: [{ day: day('2026-10-28'), name: 'Ochi Day' }] });

const context = (language: Language, more: Partial<ContextInput> = {}): MailContext =>
  contextOf({
    language,
    office: 'Papadaki & Partners',
    timeZone: 'Europe/Athens',
    contact: 'Eleni Papadaki',
    today: day('2026-10-20'),
    calendar,
    wordings: new Map(),
    holidayNames: {
      en: holidayNames({ country: 'GR', language: 'el' }, 'en'),
      el: holidayNames({ country: 'GR', language: 'el' }, 'el'),
    },
    links: {
      obligation: (id) => `https://office.example.com/portal/obligations/${id}`,
      all: 'https://office.example.com/portal',
      settings: 'https://office.example.com/portal/settings',
    },
    ...more,
  });

const instalment = (number: number, dueDate: string, more: Partial<InstalmentRecord> = {}): InstalmentRecord => ({
  id: number,
  documentId: `row${number}`,
  number,
  amount: minor(15432),
  paid: minor(0),
  surcharge: minor(0),
  paidOn: null,
  nominalDate: day(dueDate),
  dueDate: day(dueDate),
  shift: null,
  pinned: false,
  state: 'open',
  paymentCode: null,
  note: null,
  remindOn: null,
  remindStep: null,
  ...more,
});

const payment = (more: Partial<PaymentRecord['state']> = {}): PaymentRecord => {
  const instalments = [
    instalment(1, '2026-10-27'),
    instalment(2, '2026-11-02', { nominalDate: day('2026-10-31'), shift: { kind: 'weekend', name: null } }),
  ];
  return {
    id: 2031,
    documentId: 'pay1',
    reference: 'P-2031',
    revision: 1,
    version: 1,
    changedAt: null,
    announcedAt: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    kind: 'automatic',
    period: 'monthly',
    convention: 'following',
    customer: { id: 1, documentId: 'cus1', name: 'Papadaki Eleni', taxNumber: null, phone: null },
    institution: { documentId: 'ins1', name: 'Tax office', bankDays: 1, ladder: null, codeScheme: 'gr-tax' },
    attachments: [],
    stored: { total: 30864, paid: 0, nextDueDate: day('2026-10-27'), instalmentCount: 2, searchText: null },
    state: {
      documentId: 'pay1',
      customer: { documentId: 'cus1', name: 'Papadaki Eleni' },
      institution: { documentId: 'ins1', name: 'Tax office' },
      title: 'Income tax 2026',
      description: 'As assessed on 3 July.',
      currency: 'EUR' as CurrencyCode,
      total: minor(30864),
      paymentCode: { value: '094259216123456789123456789012', scheme: 'gr-tax' },
      attachments: [],
      state: 'open',
      managerComments: 'SECRET of the staff',
      remindersPaused: false,
      lostAfter: null,
      lostOn: null,
      replacedBy: null,
      instalments,
      ...more,
    },
  } as unknown as PaymentRecord;
};

const item = (of: PaymentRecord, index: number) => ({
  payment: of,
  instalment: of.state.instalments[index] as InstalmentRecord,
});

const bodies = ({ html, text }: RenderedMail) => [html, text];

describe.each(['en', 'el'] as const)('mails in %s', (language) => {
  const one = payment();
  const all: Record<string, RenderedMail> = {
    registered: renderMail(registeredMail(context(language), [one])),
    several: renderMail(registeredMail(context(language), [one, one])),
    reminder: renderMail(remindersMail(context(language), 'reminder', [item(one, 0)])),
    digest: renderMail(remindersMail(context(language), 'overdue', [item(one, 1), item(one, 0)])),
    updated: renderMail(
      updatedMail(context(language), [
        {
          payment: one,
          changes: [{ field: 'dueDate', number: 2, of: 'row2', before: '2026-10-30', after: '2026-11-02' }],
          reasons: ['Decree 12/2026'],
        },
      ]),
    ),
    extended: renderMail(
      updatedMail(
        context(language),
        [one, one, payment({ title: 'Own reason' })].map((each, index) => ({
          payment: each,
          changes: [{ field: 'dueDate', number: 2, of: 'row2', before: '2026-10-30', after: '2026-11-02' }],
          reasons: ['Decree 12/2026', ...(index === 2 ? ['Another'] : [])],
        })),
      ),
    ),
    withdrawn: renderMail(
      withdrawnMail(context(language), {
        reference: 'P-2031',
        title: 'Income tax 2026',
        institution: null,
        customer: 'Eleni',
        reason: 'Replaced by P-2032',
      }),
    ),
    message: renderMail(messageMail(context(language), { subject: 'Hello', body: 'First.\n\nSecond.' }, one)),
    receipt: renderMail(
      receiptMail(context(language), { decision: 'rejected', reason: 'Unreadable', instalment: 'row1' }, item(one, 0)),
    ),
    invitation: renderMail(
      invitationMail(context(language), {
        purpose: 'invitation',
        url: 'https://x.example/i',
        expiresAt: '2026-10-22T10:00:00Z',
      }),
    ),
  };

  test.each(Object.keys(all))('%s: nothing left to fill in, nothing empty, nothing of the staff', (name) => {
    const mail = all[name] as RenderedMail;
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(/\{\{|\}\}|undefined|null|\[\]|\(\)|, ,/);
      expect(part).not.toContain('SECRET');
    }
    expect(mail.html).toContain('Papadaki &amp; Partners');
    expect(mail.text).toContain('Papadaki & Partners');
  });

  test('a withdrawal says why, where staff said it', () => {
    expect(all.withdrawn?.text).toContain('Replaced by P-2032');
  });

  test.each(['registered', 'several', 'reminder', 'digest', 'updated', 'withdrawn', 'message', 'receipt'])(
    '%s: the reference is in the subject',
    (name) => expect(all[name]?.subject).toMatch(/\[P-2031\]$/),
  );
});

describe('what a reminder says', () => {
  const one = payment();
  const mail = renderMail(remindersMail(context('en'), 'reminder', [item(one, 0)]));

  test('the subject says it all', () =>
    expect(mail.subject).toBe('Reminder: Income tax 2026, 1/2, €154.32 by Tue 27 Oct 2026 [P-2031]'));

  test('the code stands on a line of its own, to copy and in groups', () => {
    expect(mail.text).toContain('\n    094259216123456789123456789012\n    (094259216 123456789 123456789012)\n');
    expect(mail.html).toContain('>094259216123456789123456789012</div>');
  });

  test('pay by is told where it comes before the due date', () => expect(mail.text).toMatch(/Pay by: Mon 26 Oct 2026/));

  describe('once the bank is too late for the due date', () => {
    const late = context('en', { today: day('2026-10-27') });
    const reminders = remindersMail(late, 'reminder', [item(one, 0)]);
    const renamed = { field: 'title', before: 'Tax', after: 'Income tax 2026' };

    test.each([
      ['a reminder', reminders],
      ['several', remindersMail(late, 'reminder', [item(one, 0), item(one, 1)])],
      ['a registration', registeredMail(late, [one])],
      ['an update', updatedMail(late, [{ payment: one, changes: [renamed], reasons: [] }])],
    ])('%s does not say to pay by a day that is past', (_what, view) => {
      const { text } = renderMail(view);
      expect(text).not.toMatch(/pay by:? Mon 26 Oct/i);
    });

    test('a wording of the office that says when to pay says today', () => {
      const wordings = new Map([['reminder_one_en', { subject: 'Pay by {{payBy}}', opening: 'Pay.' }]]);
      const today = context('en', { today: day('2026-10-27'), wordings });
      expect(remindersMail(today, 'reminder', [item(one, 0)]).subject).toMatch(/^Pay by Tue 27 Oct 2026/);
    });
  });

  test('a part that was paid is not asked for', () => {
    const part = payment({
      instalments: [instalment(1, '2026-10-27', { paid: minor(5432) }), instalment(2, '2026-11-02')],
    });
    expect(renderMail(remindersMail(context('en'), 'reminder', [item(part, 0)])).text).toContain('€100.00');
  });

  test('a digest is oldest first', () => {
    const { text } = renderMail(remindersMail(context('en'), 'reminder', [item(one, 1), item(one, 0)]));
    expect(text.indexOf('1/2')).toBeLessThan(text.indexOf('2/2'));
  });
});

describe('what the registration of a running plan says', () => {
  const running = payment({
    instalments: [
      instalment(1, '2026-09-30', { state: 'paid', paid: minor(15432) }),
      instalment(2, '2026-10-30', { paid: minor(432) }),
    ],
  });
  const mail = renderMail(registeredMail(context('en'), [running]));

  test('the total is the total, and what is outstanding is told apart', () => {
    expect(mail.text).toContain('Total: €308.64');
    expect(mail.text).toContain('Outstanding: €150.00');
  });

  test('the subject asks for what is outstanding', () => expect(mail.subject).toContain('€150.00'));
});

describe('what an update says', () => {
  const update = (changes: Parameters<typeof updatedMail>[1][number]['changes']) =>
    renderMail(updatedMail(context('en'), [{ payment: payment(), changes, reasons: [] }])).text;

  test('old → new, formatted, with the instalment’s number', () => {
    const text = update([
      { field: 'amount', number: 2, of: 'row2', before: '100.00', after: '154.32' },
      { field: 'dueDate', number: 2, of: 'row2', before: '2026-10-30', after: '2026-11-02' },
      { field: 'state', before: 'open', after: 'settled' },
    ]);
    expect(text).toContain('* Instalment 2/2: Amount: €100.00 -> €154.32');
    expect(text).toMatch(/\* Instalment 2\/2: Due date: Fri 30 Oct 2026 -> Mon 2 Nov 2026/);
    expect(text).toContain('* State: open -> settled');
  });

  test('a date moved off a holiday names it as the mail’s language does, whatever the office’s language is', () => {
    const moved = { shift: { kind: 'holiday', name: 'Επέτειος του Όχι' } as const, nominalDate: day('2026-10-28') };
    const one = payment({ instalments: [instalment(1, '2026-10-29', moved)] });
    const change = { field: 'shift', number: 1, of: 'row1', before: null, after: 'Επέτειος του Όχι' };
    const mails = (language: Language) =>
      [
        registeredMail(context(language), [one]),
        updatedMail(context(language), [{ payment: one, changes: [change], reasons: [] }]),
      ].map((view) => renderMail(view).text);
    for (const text of mails('en')) {
      expect(text).toContain('National Holiday');
      expect(text).not.toMatch(/\p{Script=Greek}/u);
    }
    for (const text of mails('el')) expect(text).toContain('Επέτειος του Όχι');
  });

  test('a title that reads like a date or a template stays a title', () =>
    expect(update([{ field: 'title', before: '{{office}}', after: '$& <b>' }])).toContain(
      '* Title: {{office}} -> $& <b>',
    ));
});

describe('what data cannot do', () => {
  const hostile = '<img src=x onerror=alert(1)> {{office}} \u202eevil\r\nBcc: x@y.gr';
  const mail = renderMail(registeredMail(context('en'), [payment({ title: hostile, description: hostile })]));

  test('become markup', () => expect(mail.html).not.toContain('<img'));
  test('become a template', () => bodies(mail).forEach((body) => expect(body).toContain('{{office}}')));
  test('turn the reading direction', () => bodies(mail).forEach((body) => expect(body).not.toContain('\u202e')));
  test('break the subject into another header', () => expect(mail.subject).not.toMatch(/[\r\n]/));
});

test('amounts keep every digit', () => {
  const huge = payment({ instalments: [instalment(1, '2026-10-27', { amount: minor(Number.MAX_SAFE_INTEGER) })] });
  expect(renderMail(registeredMail(context('en'), [huge])).text).toContain('€90,071,992,547,409.91');
});
