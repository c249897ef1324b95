import type { InstitutionValue } from '../../../../contracts/institution';
import type { CreateInstitutionBody } from '../../services/institutions';
import type { Convention } from '../../plan/draft';

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
}

export const institutionDraft = (institution?: InstitutionValue): InstitutionDraft => ({
  name: institution?.name ?? '',
  iban: institution?.iban ?? '',
  bic: institution?.bic ?? '',
  payUrl: institution?.payUrl ?? '',
  codeScheme: institution?.codeScheme ?? 'free',
  codeScope: institution?.codeScope ?? 'payment',
  singleUseCodes: institution?.singleUseCodes ?? false,
  convention: institution?.convention ?? '',
  bankDays: String(institution?.bankDays ?? 1),
});

const textOrNull = (text: string): string | null => text.trim() || null;

/** The request of a new or edited institution; days that are no number are for the server to refuse. */
export const institutionBody = (draft: InstitutionDraft): CreateInstitutionBody => ({
  name: draft.name.trim(),
  iban: textOrNull(draft.iban),
  bic: textOrNull(draft.bic),
  payUrl: textOrNull(draft.payUrl),
  codeScheme: draft.codeScheme,
  codeScope: draft.codeScope,
  singleUseCodes: draft.singleUseCodes,
  convention: draft.convention || null,
  bankDays: Number(draft.bankDays),
});
