import { payBy as payByOf } from './calendar';
import { dueReminder, firstReminder, reminderPoints } from './ladder';
import type { LadderInput, ReminderPoint, SendingTime } from './ladder';
import { calendarWith, day } from './testing/support';

const calendar = calendarWith(['2026-10-28']);
const points = (values: Partial<Omit<LadderInput, 'dueDate'>> & { due: string; bankDays?: number }) => {
  const { due, bankDays = 0, ...rest } = values;
  const dueDate = day(due);
  const payBy = payByOf(dueDate, bankDays, calendar);
  return reminderPoints({ dueDate, payBy, pinned: false, ladder: [-7, -1, 0, 3], calendar, ...rest }).map(
    ({ step, on }) => [step, on],
  );
};

describe('the ladder', () => {
  test.each([
    [
      'plain days',
      { due: '2026-10-22' },
      [
        [-7, '2026-10-15'],
        [-1, '2026-10-21'],
        [0, '2026-10-22'],
        [3, '2026-10-26'],
      ],
    ],
    [
      'the working day before, or after',
      { due: '2026-11-02' },
      [
        [-7, '2026-10-26'],
        [-1, '2026-10-30'],
        [0, '2026-11-02'],
        [3, '2026-11-05'],
      ],
    ],
    [
      'holidays too',
      { due: '2026-10-29' },
      [
        [-7, '2026-10-22'],
        [-1, '2026-10-27'],
        [0, '2026-10-29'],
        [3, '2026-11-02'],
      ],
    ],
    [
      'negative steps count from pay by',
      { due: '2026-10-30', bankDays: 2 },
      [
        [-7, '2026-10-20'],
        [-1, '2026-10-26'],
        [0, '2026-10-30'],
        [3, '2026-11-02'],
      ],
    ],
    [
      'of two on one day the later goes',
      { due: '2026-11-02', ladder: [-3, -2, -1, 0, 1] },
      [
        [-1, '2026-10-30'],
        [0, '2026-11-02'],
        [1, '2026-11-03'],
      ],
    ],
    [
      'in any order',
      { due: '2026-10-22', ladder: [3, 0, -1] },
      [
        [-1, '2026-10-21'],
        [0, '2026-10-22'],
        [3, '2026-10-26'],
      ],
    ],
    ['of two later ones as well', { due: '2026-10-22', ladder: [4, 2, 3] }, [[4, '2026-10-26']]],
    ['of two earlier ones as well', { due: '2026-11-02', ladder: [-1, -2, -3] }, [[-1, '2026-10-30']]],
    ['a pinned closed day is its own', { due: '2026-10-28', pinned: true, ladder: [0] }, [[0, '2026-10-28']]],
    ['one closed since goes before', { due: '2026-10-28', pinned: false, ladder: [0] }, [[0, '2026-10-27']]],
    ['nothing', { due: '2026-10-22', ladder: [] }, []],
    ['nothing after 2199', { due: '2199-12-31', ladder: [0, 1] }, [[0, '2199-12-31']]],
  ])('%s', (_, values, expected) => {
    expect(points(values)).toEqual(expected);
  });
});

const LADDER: ReminderPoint[] = [
  { step: -7, on: day('2026-10-15') },
  { step: -1, on: day('2026-10-21') },
  { step: 0, on: day('2026-10-22') },
  { step: 3, on: day('2026-10-26') },
];
const at = (today: string, hourPassed: boolean): SendingTime => ({ today: day(today), hourPassed });

describe('the first reminder of a row that was created or moved', () => {
  test.each([
    ['2026-10-01', false, -7],
    ['2026-10-15', false, -7],
    ['2026-10-15', true, -1],
    ['2026-10-18', false, -1],
    ['2026-10-26', false, 3],
    ['2026-10-26', true, undefined],
    ['2027-01-01', false, undefined],
  ])('on %s, hour passed %s: step %s', (today, hourPassed, step) => {
    expect(firstReminder(LADDER, at(today, hourPassed))?.step).toBe(step);
  });

  test('is null where all have passed', () => {
    expect(firstReminder(LADDER, at('2027-01-01', true))).toBeNull();
  });
});

describe('what is due', () => {
  const due = (storedStep: number | null, today: string, hourPassed = true) => {
    const { send, overtaken, next } = dueReminder(LADDER, storedStep, at(today, hourPassed));
    return [send?.step ?? null, overtaken.map(({ step }) => step), next?.step ?? null];
  };

  test.each<[string, number | null, string, boolean, unknown]>([
    ['nothing yet', -7, '2026-10-14', true, [null, [], -7]],
    ['not before the hour', -7, '2026-10-15', false, [null, [], -7]],
    ['at its hour', -7, '2026-10-15', true, [-7, [], -1]],
    ['what was sent is not looked at again', -1, '2026-10-20', true, [null, [], -1]],
    ['after downtime the latest alone', -7, '2026-10-22', true, [0, [-7, -1], 3]],
    ['a late step while others follow', -7, '2026-10-20', true, [-7, [], -1]],
    ['the last step', 3, '2026-10-26', true, [3, [], null]],
    ['the last step seven days late', 3, '2026-11-02', true, [3, [], null]],
    ['but not eight', 3, '2026-11-03', false, [null, [3], null]],
    ['nor what it overtook', -1, '2026-11-03', true, [null, [-1, 0, 3], null]],
    ['a step that is no longer in the ladder', -3, '2026-10-21', true, [-1, [], 0]],
    ['nothing where none is waited for', null, '2026-10-22', true, [null, [], null]],
    ['nothing after the last', 4, '2026-10-27', true, [null, [], null]],
  ])('%s', (_, storedStep, today, hourPassed, expected) => {
    expect(due(storedStep, today, hourPassed)).toEqual(expected);
  });

  test('a middle step may be late by any number of days', () => {
    const steps: ReminderPoint[] = [
      { step: -30, on: day('2026-09-22') },
      { step: 0, on: day('2026-10-22') },
    ];
    expect(dueReminder(steps, -30, at('2026-10-15', true)).send?.step).toBe(-30);
  });
});
