import type { FieldProblem } from '../../services/failure';
import type { OfficeSettings, UpdateSettingsBody } from '../../services/settings';
import { ladderText, readLadder } from '../fields/ladder';

/** The staff's morning mail is set beside the mail texts. */
type Value = Omit<OfficeSettings, 'today' | 'staffDigest' | 'staffDigestTime'>;

/** Fields that are typed; all others are chosen and stay what they are. */
type Typed = 'replyTo' | 'region' | 'ladder' | 'editWindowMinutes' | 'approachingDays';

/** The settings as they are typed. */
export type SettingsDraft = Omit<Value, Typed> & Record<Typed, string>;

export const settingsDraft = (office: Value): SettingsDraft => ({
  officeName: office.officeName,
  replyTo: office.replyTo ?? '',
  country: office.country,
  region: office.region ?? '',
  holidayTypes: office.holidayTypes,
  weekend: office.weekend,
  timeZone: office.timeZone,
  currency: office.currency,
  locale: office.locale,
  convention: office.convention,
  ladder: ladderText(office.ladder),
  reminderHour: office.reminderHour,
  editWindowMinutes: String(office.editWindowMinutes),
  approachingDays: String(office.approachingDays),
  sendEmailOnCreate: office.sendEmailOnCreate,
  languages: office.languages,
  keepNoticesMonths: office.keepNoticesMonths,
  keepEventsMonths: office.keepEventsMonths,
});

/** The least and the most of what is typed as a number. */
const RANGES = { editWindowMinutes: [0, 60], approachingDays: [1, 60] } as const;

const problem = (path: string, code: string, params: FieldProblem['params'] = {}): FieldProblem => ({
  path,
  code,
  message: '',
  params,
});

function numberProblem(draft: SettingsDraft, field: keyof typeof RANGES): FieldProblem[] {
  const [least, most] = RANGES[field];
  const value = Number(draft[field]);
  const fits = /^\d{1,3}$/.test(draft[field].trim()) && value >= least && value <= most;
  return fits ? [] : [problem(field, 'number-range', { least, most })];
}

/** What is wrong with what is typed, by field; the server judges the rest. */
export function settingsProblems(draft: SettingsDraft): FieldProblem[] {
  const ladder = readLadder(draft.ladder);
  const replyTo = draft.replyTo.trim();
  return [
    ...(draft.officeName.trim() === '' ? [problem('officeName', 'required')] : []),
    ...(replyTo !== '' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(replyTo)
      ? [problem('replyTo', 'email-invalid')]
      : []),
    ...(draft.holidayTypes.length === 0 ? [problem('holidayTypes', 'choose-one')] : []),
    ...(draft.weekend.length > 6 ? [problem('weekend', 'weekend-all')] : []),
    ...(draft.languages.length === 0 ? [problem('languages', 'choose-one')] : []),
    ...(ladder.ok ? [] : [ladder.problem]),
    ...numberProblem(draft, 'editWindowMinutes'),
    ...numberProblem(draft, 'approachingDays'),
  ];
}

const valueOf = (draft: SettingsDraft): Partial<Value> => {
  const ladder = readLadder(draft.ladder);
  return {
    ...draft,
    officeName: draft.officeName.trim(),
    replyTo: draft.replyTo.trim() || null,
    region: draft.region || null,
    ladder: ladder.ok ? ladder.ladder : [],
    editWindowMinutes: Number(draft.editWindowMinutes),
    approachingDays: Number(draft.approachingDays),
  };
};

/** What is said otherwise than the office's settings say it: only that is sent, so that a colleague's change of another field stays. */
export function settingsChanges(draft: SettingsDraft, office: Value): UpdateSettingsBody {
  const changed = Object.entries(valueOf(draft)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(office[key as keyof Value]),
  );
  return Object.fromEntries(changed) as UpdateSettingsBody;
}

/** Another country has other regions. */
export const withCountry = (country: string): Partial<SettingsDraft> => ({ country, region: '' });

/** A language more or less; the one that was the default stays the first as long as it is spoken. */
export const withLanguages = (
  before: SettingsDraft['languages'],
  spoken: SettingsDraft['languages'],
): SettingsDraft['languages'] => [
  ...before.filter((language) => spoken.includes(language)),
  ...spoken.filter((language) => !before.includes(language)),
];

/** The language in which a contact without one of its own is written to. */
export const withDefaultLanguage = (
  languages: SettingsDraft['languages'],
  first: SettingsDraft['languages'][number],
): SettingsDraft['languages'] => [first, ...languages.filter((language) => language !== first)];
