import { readerFor } from '../../plan/reader';
import { emptyDraft, readExtend } from './extendDraft';

const reader = readerFor('el-GR', '2027-01-11');
const draft = { ...emptyDraft, title: 'ΦΠΑ', from: '26/2/27', to: '31/3/2027' };

const problemsOf = (changes: object) => {
  const read = readExtend({ ...draft, ...changes }, reader);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path}: ${code}`);
};

test('what is typed becomes what the preview asks', () => {
  const institution = { documentId: 'i1', name: 'Tax office' };
  expect(readExtend({ ...draft, institution, title: ' ' }, reader)).toEqual({
    ok: true,
    rule: { institution: 'i1', from: '2027-02-26', to: '2027-03-31', pinned: false },
  });
});

test('what is missing, unreadable or no later is named by its field', () => {
  expect(problemsOf({ title: '', from: '', to: '' })).toEqual([
    'institution: required',
    'from: required',
    'to: required',
  ]);
  expect(problemsOf({ from: '30/2/2027' })).toEqual(['from: date-impossible']);
  expect(problemsOf({ to: '26/2/2027' })).toEqual(['to: extension-not-later']);
});
