import type { InstitutionValue } from '../../../../contracts/institution';
import { displayIban } from '../../../../domain/iban';
import type { CreateInstitutionBody } from '../../services/institutions';
import type { FieldProblem } from '../../services/failure';
import type { Convention } from '../../plan/draft';
import { ladderText, readLadder } from '../fields/ladder';

export interface InstitutionDraft {
  name: string;
  iban: string;
  bic: string;
  payUrl: string;
  codeScheme: InstitutionValue['codeScheme'];
  codeScope: InstitutionValue['codeScope'];
  singleUseCodes: boolean;
  convention: Convention | '';
  bankDays: string;
  /** Whether its instalments are reminded on days of their own. */
  ownLadder: boolean;
  /** As typed; kept while the office's is looked at. */
  ladder: string;
  epcQr: boolean;
  epcRemittance: InstitutionValue['epcRemittance'];
}

const MOST_BANK_DAYS = 10;

/** @param officeLadder from which a ladder of its own starts */
export const institutionDraft = (
  institution: InstitutionValue | undefined,
  officeLadder: readonly number[],
): InstitutionDraft => ({
  name: institution?.name ?? '',
  iban: institution?.iban ? displayIban(institution.iban) : '',
  bic: institution?.bic ?? '',
  payUrl: institution?.payUrl ?? '',
  codeScheme: institution?.codeScheme ?? 'free',
  codeScope: institution?.codeScope ?? 'payment',
  singleUseCodes: institution?.singleUseCodes ?? false,
  convention: institution?.convention ?? '',
  bankDays: String(institution?.bankDays ?? 1),
  ownLadder: Boolean(institution?.ladder),
  ladder: ladderText(institution?.ladder ?? officeLadder),
  epcQr: institution?.epcQr ?? false,
  epcRemittance: institution?.epcRemittance ?? 'reference',
});

const problem = (path: string, code: string, params: FieldProblem['params'] = {}): FieldProblem => ({
  path,
  code,
  message: '',
  params,
});

const isWebAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** What is wrong with what is typed, by field; accounts are checked by their own fields and by the server. */
export function institutionProblems(draft: InstitutionDraft): FieldProblem[] {
  const ladder = readLadder(draft.ladder);
  const bankDays = draft.bankDays.trim();
  const bankDaysFit = /^\d{1,2}$/.test(bankDays) && Number(bankDays) <= MOST_BANK_DAYS;
  const payUrl = draft.payUrl.trim();
  return [
    ...(draft.name.trim() === '' ? [problem('name', 'required')] : []),
    ...(payUrl !== '' && !isWebAddress(payUrl) ? [problem('payUrl', 'url-invalid')] : []),
    ...(draft.epcQr && draft.iban.trim() === '' ? [problem('iban', 'iban-missing')] : []),
    ...(bankDaysFit ? [] : [problem('bankDays', 'number-range', { least: 0, most: MOST_BANK_DAYS })]),
    ...(draft.ownLadder && !ladder.ok ? [ladder.problem] : []),
  ];
}

const textOrNull = (text: string): string | null => text.trim() || null;

/** The request of a new or edited institution, of a draft without problems. */
export const institutionBody = (draft: InstitutionDraft): CreateInstitutionBody => {
  const ladder = readLadder(draft.ladder);
  return {
    name: draft.name.trim(),
    iban: textOrNull(draft.iban),
    bic: textOrNull(draft.bic),
    payUrl: textOrNull(draft.payUrl),
    codeScheme: draft.codeScheme,
    codeScope: draft.codeScope,
    singleUseCodes: draft.singleUseCodes,
    convention: draft.convention || null,
    bankDays: Number(draft.bankDays),
    ladder: draft.ownLadder && ladder.ok ? ladder.ladder : null,
    epcQr: draft.epcQr,
    epcRemittance: draft.epcRemittance,
  };
};
