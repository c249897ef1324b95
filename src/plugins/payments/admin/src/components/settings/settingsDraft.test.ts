import type { OfficeSettings } from '../../services/settings';
import { settingsChanges, settingsDraft, settingsProblems, withDefaultLanguage, withLanguages } from './settingsDraft';

const office = {
  officeName: 'Papadaki & Partners',
  replyTo: null,
  country: 'GR',
  region: null,
  holidayTypes: ['public'],
  weekend: [6, 7],
  timeZone: 'Europe/Athens',
  currency: 'EUR' as OfficeSettings['currency'],
  locale: 'el',
  convention: 'following',
  ladder: [-7, -1, 0, 3],
  reminderHour: 9,
  editWindowMinutes: 2,
  approachingDays: 7,
  sendEmailOnCreate: true,
  languages: ['el', 'en'],
  keepNoticesMonths: null,
  keepEventsMonths: 60,
  staffDigest: true,
  staffDigestTime: '08:30',
} satisfies Omit<OfficeSettings, 'today'>;

const draft = settingsDraft(office);
const problemsOf = (change: object) => settingsProblems({ ...draft, ...change }).map(({ path, code }) => [path, code]);

describe('the settings as they are typed', () => {
  test('say nothing where nothing was changed, spaces and the order of steps apart', () => {
    expect(settingsChanges(draft, office)).toEqual({});
    expect(settingsChanges({ ...draft, officeName: ` ${draft.officeName} `, ladder: '3 0 -1 -7' }, office)).toEqual({});
    expect(settingsProblems(draft)).toEqual([]);
  });

  test('say what was changed alone, empty as null', () => {
    const typed = { ...draft, replyTo: 'office@example.com', ladder: '', approachingDays: '10', weekend: [5, 6] };
    expect(settingsChanges(typed, office)).toEqual({
      replyTo: 'office@example.com',
      ladder: [],
      approachingDays: 10,
      weekend: [5, 6],
    });
    expect(settingsChanges({ ...draft, replyTo: '' }, { ...office, replyTo: 'a@example.com' })).toEqual({
      replyTo: null,
    });
  });

  test.each<[object, string, string]>([
    [{ officeName: '  ' }, 'officeName', 'required'],
    [{ replyTo: 'office' }, 'replyTo', 'email-invalid'],
    [{ replyTo: 'a@example.com, b@example.com' }, 'replyTo', 'email-invalid'],
    [{ holidayTypes: [] }, 'holidayTypes', 'choose-one'],
    [{ weekend: [1, 2, 3, 4, 5, 6, 7] }, 'weekend', 'weekend-all'],
    [{ languages: [] }, 'languages', 'choose-one'],
    [{ ladder: 'a week before' }, 'ladder', 'ladder-unreadable'],
    [{ editWindowMinutes: '61' }, 'editWindowMinutes', 'number-range'],
    [{ editWindowMinutes: '' }, 'editWindowMinutes', 'number-range'],
    [{ approachingDays: '0' }, 'approachingDays', 'number-range'],
  ])('%j is wrong at %s', (change, path, code) => {
    expect(problemsOf(change)).toEqual([[path, code]]);
  });

  test('the default language stays the first until another is chosen', () => {
    expect(withLanguages(['el'], ['en', 'el'])).toEqual(['el', 'en']);
    expect(withLanguages(['el', 'en'], ['en'])).toEqual(['en']);
    expect(withDefaultLanguage(['el', 'en'], 'en')).toEqual(['en', 'el']);
  });
});
