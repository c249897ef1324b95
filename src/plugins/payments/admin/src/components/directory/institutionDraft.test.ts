import type { InstitutionValue } from '../../../../contracts/institution';
import { institutionBody, institutionDraft, institutionProblems } from './institutionDraft';

const office = [-7, -1, 0, 3];
const institution: InstitutionValue = {
  documentId: 'q1w2e3',
  name: 'Tax office',
  iban: 'GR1601101250000000012300695',
  bic: 'ETHNGRAA',
  payUrl: 'https://example.com/pay',
  codeScheme: 'gr-tax',
  codeScope: 'instalment',
  singleUseCodes: true,
  convention: 'preceding',
  bankDays: 2,
  ladder: [-5, 0],
  epcQr: true,
  epcRemittance: 'text',
};
const { documentId: _documentId, ...rules } = institution;

describe('an institution as it is typed', () => {
  test('keeps every rule that it has', () => {
    const draft = institutionDraft(institution, office);
    expect(draft.iban).toBe('GR16 0110 1250 0000 0001 2300 695');
    expect(institutionProblems(draft)).toEqual([]);
    // spaces are the server's to take out, and the field's
    expect(institutionBody({ ...draft, iban: draft.iban.replaceAll(' ', '') })).toEqual(rules);
  });

  test('goes by the office’s ladder unless it has its own, which may be none at all', () => {
    const draft = institutionDraft({ ...institution, ladder: null }, office);
    expect(institutionBody(draft).ladder).toBeNull();
    expect(institutionBody({ ...draft, ownLadder: true }).ladder).toEqual(office);
    expect(institutionBody({ ...draft, ownLadder: true, ladder: '' }).ladder).toEqual([]);
    expect(institutionDraft({ ...institution, ladder: [] }, office).ownLadder).toBe(true);
  });

  test.each<[object, string, string]>([
    [{ name: ' ' }, 'name', 'required'],
    [{ payUrl: 'example.com' }, 'payUrl', 'url-invalid'],
    [{ payUrl: 'javascript:alert(1)' }, 'payUrl', 'url-invalid'],
    [{ iban: '' }, 'iban', 'iban-missing'],
    [{ bankDays: '11' }, 'bankDays', 'number-range'],
    [{ bankDays: 'two' }, 'bankDays', 'number-range'],
    [{ ladder: 'never' }, 'ladder', 'ladder-unreadable'],
  ])('%j is wrong at %s', (change, path, code) => {
    const draft = { ...institutionDraft(institution, office), ...change };
    expect(institutionProblems(draft).map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
  });
});
