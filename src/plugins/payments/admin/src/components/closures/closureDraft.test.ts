import { readerFor } from '../../plan/reader';
import { closureDraft, readClosure } from './closureDraft';

const reader = readerFor('el', '2026-11-23');
const problemsOf = (draft: Parameters<typeof readClosure>[0]) => {
  const read = readClosure(draft, reader);
  return read.ok ? [] : read.problems.map(({ path, code }) => [path, code]);
};

describe('an office closure as it is typed', () => {
  test('is of several days, or of one where no last day is said', () => {
    expect(readClosure({ name: ' Summer ', startDate: '9/8/27', endDate: '20/8/2027' }, reader)).toEqual({
      ok: true,
      body: { name: 'Summer', startDate: '2027-08-09', endDate: '2027-08-20' },
    });
    expect(readClosure({ name: 'Name day', startDate: '6/12/2027', endDate: '' }, reader)).toMatchObject({
      body: { startDate: '2027-12-06', endDate: '2027-12-06' },
    });
  });

  test('is written back as it was read', () => {
    const closure = { documentId: 'c', name: 'Name day', startDate: '2027-12-06', endDate: '2027-12-06' };
    const draft = closureDraft(closure as Parameters<typeof closureDraft>[0], reader);
    expect(draft).toEqual({ name: 'Name day', startDate: '06/12/2027', endDate: '' });
  });

  test('names every field that is wrong', () => {
    expect(problemsOf({ name: ' ', startDate: '', endDate: '' })).toEqual([
      ['name', 'required'],
      ['startDate', 'required'],
    ]);
    expect(problemsOf({ name: 'x', startDate: '31/2/2027', endDate: 'soon' })).toEqual([
      ['startDate', 'date-impossible'],
      ['endDate', 'date-unreadable'],
    ]);
    expect(problemsOf({ name: 'x', startDate: '9/8/2027', endDate: '8/8/2027' })).toEqual([
      ['endDate', 'end-before-start'],
    ]);
  });
});
