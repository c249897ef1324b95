import { changeKey, collectChanges, differing, diffPayment, foldChanges, knownOf } from './diff';
import type { Change, InstalmentState, PaymentState, PendingChange } from './diff';
import { cents, day, EUR, row } from './testing/support';

const instalment = (number: number, values: Partial<InstalmentState> = {}): InstalmentState => ({
  ...row({ number, dueDate: day(`2027-0${number}-15`) }),
  documentId: `i${number}`,
  ...values,
});

const payment = (values: Partial<PaymentState> = {}): PaymentState => ({
  documentId: 'p1',
  customer: { documentId: 'c1', name: 'Παπαδόπουλος' },
  institution: { documentId: 'n1', name: 'Tax office' },
  title: 'Income tax 2026',
  description: null,
  currency: EUR,
  total: cents(20_000),
  paymentCode: { value: 'RF18539007547034', scheme: 'rf' },
  attachments: [{ id: 3, name: 'notice.pdf' }],
  state: 'open',
  managerComments: null,
  remindersPaused: false,
  lostAfter: null,
  lostOn: null,
  replacedBy: null,
  instalments: [instalment(1), instalment(2)],
  ...values,
});

const withRow = (values: Partial<InstalmentState>) => payment({ instalments: [instalment(1), instalment(2, values)] });
const brief = (changes: ReadonlyArray<Change>) =>
  changes.map(({ field, number, before, after }) => [
    number === undefined ? field : `${number}.${field}`,
    before,
    after,
  ]);
const visible = (after: PaymentState, before = payment()) => brief(diffPayment(before, after).visible);
const staffOnly = (after: PaymentState, before = payment()) => brief(diffPayment(before, after).staffOnly);

describe('what changed in a payment', () => {
  test('nothing where nothing did', () => {
    expect(diffPayment(payment(), payment())).toEqual({ visible: [], staffOnly: [] });
    expect(diffPayment(null, null)).toEqual({ visible: [], staffOnly: [] });
  });

  test.each<[string, Partial<PaymentState>, unknown[]]>([
    ['the title', { title: 'Income tax' }, [['title', 'Income tax 2026', 'Income tax']]],
    ['the description', { description: 'In eight' }, [['description', null, 'In eight']]],
    ['an empty description is none', { description: '' }, []],
    ['the total', { total: cents(20_001) }, [['total', '200.00', '200.01']]],
    ['the institution', { institution: { documentId: 'n2', name: 'City' } }, [['institution', 'Tax office', 'City']]],
    [
      'an institution of the same name',
      { institution: { documentId: 'n2', name: 'Tax office' } },
      [['institution', 'Tax office', 'Tax office']],
    ],
    ['no institution', { institution: null }, [['institution', 'Tax office', null]]],
    ['a renamed institution is another’s change', { institution: { documentId: 'n1', name: 'AADE' } }, []],
    ['the customer', { customer: { documentId: 'c2', name: 'Γεωργίου' } }, [['customer', 'Παπαδόπουλος', 'Γεωργίου']]],
    ['the code', { paymentCode: { value: 'A', scheme: 'rf' } }, [['paymentCode', 'RF18539007547034', 'A']]],
    [
      'its scheme',
      { paymentCode: { value: 'RF18539007547034', scheme: 'free' } },
      [['paymentCodeScheme', 'rf', 'free']],
    ],
    [
      'no code',
      { paymentCode: null },
      [
        ['paymentCode', 'RF18539007547034', null],
        ['paymentCodeScheme', 'rf', null],
      ],
    ],
    ['the state', { state: 'settled' }, [['state', 'open', 'settled']]],
    [
      'an attachment more',
      {
        attachments: [
          { id: 3, name: 'notice.pdf' },
          { id: 4, name: 'b.pdf' },
        ],
      },
      [['attachments', null, 'b.pdf']],
    ],
    [
      'another file of the same name',
      { attachments: [{ id: 4, name: 'notice.pdf' }] },
      [
        ['attachments', null, 'notice.pdf'],
        ['attachments', 'notice.pdf', null],
      ],
    ],
  ])('customers see %s', (_, values, changes) => {
    expect(visible(payment(values))).toEqual(changes);
    expect(staffOnly(payment(values))).toEqual([]);
  });

  test.each<[string, Partial<PaymentState>, unknown[]]>([
    ['manager comments', { managerComments: 'calls back' }, [['managerComments', null, 'calls back']]],
    ['paused reminders', { remindersPaused: true }, [['remindersPaused', false, true]]],
    ['no comments', { managerComments: '' }, []],
  ])('staff alone see %s', (_, values, changes) => {
    expect(staffOnly(payment(values))).toEqual(changes);
    expect(visible(payment(values))).toEqual([]);
  });

  test.each<[string, Partial<InstalmentState>, unknown[], unknown[]]>([
    ['its amount', { amount: cents(5_000) }, [['2.amount', '100.00', '50.00']], []],
    [
      'its code and note',
      { paymentCode: 'B', note: 'n' },
      [
        ['2.paymentCode', null, 'B'],
        ['2.note', null, 'n'],
      ],
      [],
    ],
    ['no note', { note: '' }, [], []],
    [
      'a new date, without what follows from it',
      { nominalDate: day('2027-03-13'), dueDate: day('2027-03-15'), shift: { kind: 'weekend', name: null } },
      [['2.dueDate', '2027-02-15', '2027-03-15']],
      [],
    ],
    [
      'a nominal date that leads to the same due date',
      { nominalDate: day('2027-02-13'), shift: { kind: 'weekend', name: null } },
      [['2.nominalDate', '2027-02-15', '2027-02-13']],
      [],
    ],
    [
      'a due date that moved with the calendar, without its reason',
      { dueDate: day('2027-02-16'), shift: { kind: 'decree', name: 'Decree' } },
      [['2.dueDate', '2027-02-15', '2027-02-16']],
      [],
    ],
    ['a reason alone', { shift: { kind: 'holiday', name: 'Ochi Day' } }, [['2.shift', null, 'Ochi Day']], []],
    ['a reason without a name', { shift: { kind: 'weekend', name: null } }, [['2.shift', null, 'weekend']], []],
    [
      'what was paid, in full',
      { paid: cents(10_000), state: 'paid', paidOn: day('2027-02-14'), surcharge: cents(5) },
      [['2.paid', '0.00', '100.00']],
      [
        ['2.surcharge', '0.00', '0.05'],
        ['2.paidOn', null, '2027-02-14'],
      ],
    ],
    [
      'paid by a lower amount',
      { amount: cents(1), state: 'paid' },
      [
        ['2.amount', '100.00', '0.01'],
        ['2.state', 'open', 'paid'],
      ],
      [],
    ],
    ['cancelled', { state: 'cancelled' }, [['2.state', 'open', 'cancelled']], []],
    [
      'cancelled although paid in part',
      { state: 'cancelled', paid: cents(1) },
      [
        ['2.paid', '0.00', '0.01'],
        ['2.state', 'open', 'cancelled'],
      ],
      [],
    ],
    ['pinned', { pinned: true }, [], [['2.pinned', false, true]]],
  ])('of an instalment: %s', (_, values, forCustomers, forStaff) => {
    expect(visible(withRow(values))).toEqual(forCustomers);
    expect(staffOnly(withRow(values))).toEqual(forStaff);
  });

  test('instalments are the same by document, so an inserted one is alone the change', () => {
    const inserted = payment({
      total: cents(30_000),
      instalments: [
        instalment(3, { number: 3, documentId: 'i2', dueDate: day('2027-02-15'), nominalDate: day('2027-02-15') }),
        instalment(1),
        instalment(2, { documentId: 'new' }),
      ],
    });
    const before = payment({ instalments: [instalment(1), instalment(2)] });
    expect(brief(diffPayment(before, inserted).visible)).toEqual([
      ['total', '200.00', '300.00'],
      ['2.amount', null, '100.00'],
      ['2.dueDate', null, '2027-02-15'],
    ]);
    expect(diffPayment(before, inserted).staffOnly).toEqual([]);
    expect(diffPayment(before, inserted).visible[1]).toEqual({
      field: 'amount',
      number: 2,
      of: 'new',
      before: null,
      after: '100.00',
    });
    expect(brief(diffPayment(inserted, before).visible)).toEqual([
      ['total', '300.00', '200.00'],
      ['2.amount', '100.00', null],
      ['2.dueDate', '2027-02-15', null],
    ]);
  });

  test('rows are told in the order of their numbers, a title that reads like a state is a title', () => {
    const after = payment({
      title: 'cancelled',
      instalments: [3, 1, 2].map((number) => instalment(number, { state: 'cancelled' })),
    });
    const before = payment({ instalments: [2, 3, 1].map((number) => instalment(number)) });
    expect(visible(after, before)).toEqual([
      ['title', 'Income tax 2026', 'cancelled'],
      ['1.state', 'open', 'cancelled'],
      ['2.state', 'open', 'cancelled'],
      ['3.state', 'open', 'cancelled'],
    ]);
  });

  test('what belongs to the payment as a whole has neither number nor document', () => {
    const [title] = diffPayment(payment(), payment({ title: 'A' })).visible;
    expect(Object.keys(title ?? {})).toEqual(['field', 'before', 'after']);
  });

  test('rows cancelled or reopened with their payment are not told one by one', () => {
    const cancelled = payment({
      state: 'cancelled',
      instalments: [instalment(1, { state: 'cancelled' }), instalment(2, { state: 'cancelled' })],
    });
    expect(visible(cancelled)).toEqual([['state', 'open', 'cancelled']]);
    expect(visible(payment(), cancelled)).toEqual([['state', 'cancelled', 'open']]);
    const settled = payment({
      state: 'settled',
      instalments: [instalment(1, { state: 'cancelled' }), instalment(2, { amount: cents(1), state: 'paid' })],
    });
    expect(visible(settled)).toEqual([
      ['state', 'open', 'settled'],
      ['1.state', 'open', 'cancelled'],
      ['2.amount', '100.00', '0.01'],
      ['2.state', 'open', 'paid'],
    ]);
    const both = payment({
      state: 'cancelled',
      instalments: [instalment(1, { amount: cents(1), state: 'paid' }), instalment(2)],
    });
    expect(visible(both)).toContainEqual(['1.state', 'open', 'paid']);
  });

  test('a payment that begins or ends tells what it holds', () => {
    const created = payment({
      institution: null,
      attachments: [],
      remindersPaused: true,
      instalments: [instalment(1)],
    });
    expect(brief(diffPayment(null, created).visible)).toEqual([
      ['customer', null, 'Παπαδόπουλος'],
      ['title', null, 'Income tax 2026'],
      ['currency', null, 'EUR'],
      ['total', null, '200.00'],
      ['paymentCode', null, 'RF18539007547034'],
      ['paymentCodeScheme', null, 'rf'],
      ['1.amount', null, '100.00'],
      ['1.dueDate', null, '2027-01-15'],
    ]);
    expect(brief(diffPayment(null, created).staffOnly)).toEqual([['remindersPaused', null, true]]);
    expect(brief(diffPayment(created, null).staffOnly)).toEqual([['remindersPaused', true, null]]);
    expect(diffPayment(created, null).visible).toHaveLength(8);
  });
});

describe('the email of an edit window', () => {
  /** Runs edits one after another, as `record` does, and folds them at the end. */
  function told(...edits: Array<[PaymentState, 'loud' | 'silent']>) {
    let pending: PendingChange[] = [];
    let state = payment();
    for (const [next, mode] of edits) {
      pending = collectChanges(pending, diffPayment(state, next).visible, mode === 'loud');
      state = next;
    }
    return brief(foldChanges(pending, state));
  }

  test('says each field once: before the first edit → now', () => {
    expect(told([payment({ title: 'A' }), 'loud'], [payment({ title: 'B', total: cents(1) }), 'loud'])).toEqual([
      ['title', 'Income tax 2026', 'B'],
      ['total', '200.00', '0.01'],
    ]);
  });

  test('leaves out what is back where it was; with nothing left there is nothing to send', () => {
    expect(told([payment({ title: 'A' }), 'loud'], [payment(), 'loud'])).toEqual([]);
    expect(told([payment({ title: 'A' }), 'loud'], [payment(), 'silent'])).toEqual([]);
  });

  test('leaves out what changed only silently, but tells the value that is true now', () => {
    expect(told([payment({ title: 'A' }), 'loud'], [payment({ title: 'A', description: 'd' }), 'silent'])).toEqual([
      ['title', 'Income tax 2026', 'A'],
    ]);
    expect(told([payment({ title: 'A' }), 'loud'], [payment({ title: 'B' }), 'silent'])).toEqual([
      ['title', 'Income tax 2026', 'B'],
    ]);
  });

  test('a silent edit before a loud one of the same field does not hide where it began', () => {
    expect(
      told(
        [payment({ total: cents(1) }), 'loud'],
        [payment({ total: cents(1), title: 'A' }), 'silent'],
        [payment({ total: cents(1), title: 'B' }), 'loud'],
      ),
    ).toEqual([
      ['total', '200.00', '0.01'],
      ['title', 'Income tax 2026', 'B'],
    ]);
  });

  test('an instalment that was added and removed again is no news, one that was added is', () => {
    const added = payment({ instalments: [instalment(1), instalment(2), instalment(3)] });
    expect(told([added, 'loud'], [payment(), 'loud'])).toEqual([]);
    expect(told([added, 'loud'])).toEqual([
      ['3.amount', null, '100.00'],
      ['3.dueDate', null, '2027-03-15'],
    ]);
    const later = payment({ instalments: [instalment(1), instalment(2), instalment(3, { paid: cents(5) })] });
    expect(told([added, 'loud'], [later, 'loud'])).toContainEqual(['3.paid', '0.00', '0.05']);
    const backToNothing = payment({ instalments: [instalment(1), instalment(2), instalment(3)] });
    expect(told([added, 'loud'], [later, 'loud'], [backToNothing, 'loud'])).toHaveLength(2);
  });

  test('an instalment that was changed and then removed is told as gone, by its last number', () => {
    const changed = withRow({ amount: cents(5_000) });
    const removed = payment({ instalments: [instalment(1)] });
    expect(told([changed, 'loud'], [removed, 'loud'])).toEqual([
      ['2.amount', '100.00', null],
      ['2.dueDate', '2027-02-15', null],
    ]);
  });

  test('calls an instalment by its number now', () => {
    const moved = payment({
      instalments: [
        instalment(1, { documentId: 'new' }),
        instalment(2, {
          documentId: 'i1',
          amount: cents(1),
          dueDate: day('2027-01-15'),
          nominalDate: day('2027-01-15'),
        }),
        instalment(3, { documentId: 'i2', dueDate: day('2027-02-15'), nominalDate: day('2027-02-15') }),
      ],
    });
    const changed = payment({ instalments: [instalment(1, { amount: cents(1) }), instalment(2)] });
    expect(told([changed, 'loud'], [moved, 'silent'])).toEqual([['2.amount', '100.00', '0.01']]);
  });

  test('repeats nothing that follows from something else it says', () => {
    const nominal = withRow({ nominalDate: day('2027-02-13'), shift: { kind: 'weekend', name: null } });
    const due = withRow({
      nominalDate: day('2027-03-13'),
      dueDate: day('2027-03-15'),
      shift: { kind: 'weekend', name: null },
    });
    expect(told([nominal, 'loud'], [due, 'loud'])).toEqual([['2.dueDate', '2027-02-15', '2027-03-15']]);
  });

  test('a change is known by its field and what it belongs to', () => {
    expect(changeKey({ field: 'title' })).toBe('title');
    expect(changeKey({ field: 'amount', of: 'i2' })).toBe('amount:i2');
  });
});

describe('a payment that went and came back', () => {
  const back = (now: PaymentState, before = payment(), ...pending: PendingChange[]) =>
    brief(foldChanges(differing(knownOf(before, pending), now), now));

  test('as it went: nothing, whatever it holds and whoever has it', () => {
    const full = payment({ instalments: [instalment(1, { paid: cents(5) }), instalment(2, { state: 'cancelled' })] });
    for (const state of [payment(), full]) expect(back(state, state)).toEqual([]);
    expect(back(payment({ customer: { documentId: 'c2', name: 'Another' } }))).toEqual([]);
  });

  test('otherwise: what differs, and no more', () => {
    expect(back(payment({ description: 'd' }))).toEqual([['description', null, 'd']]);
    expect(back(withRow({ paid: cents(5) }))).toEqual([['2.paid', '0.00', '0.05']]);
  });

  test('with a row more or less', () => {
    const longer = payment({ instalments: [instalment(1), instalment(2), instalment(3)] });
    expect(back(longer).map(([field]) => field)).toEqual(['3.amount', '3.dueDate']);
    expect(back(payment(), longer)).toHaveLength(2);
  });

  test('from what was known before a loud edit that nobody was told of; a silent one counts as known', () => {
    const edited = payment({ title: 'A', description: 'd' });
    const loud = { field: 'title', before: 'Income tax 2026', loud: true };
    const silent = { field: 'description', before: null, loud: false };
    expect(back(edited, edited, loud, silent)).toEqual([['title', 'Income tax 2026', 'A']]);
    expect(back(payment({ title: 'Income tax 2026', description: 'd' }), edited, loud, silent)).toEqual([]);
  });
});
