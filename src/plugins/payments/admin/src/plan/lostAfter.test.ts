import { readLostAfter } from './lostAfter';

describe('after how many missed instalments a plan is lost, as it is typed', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['1', 1],
    [' 12 ', 12],
    ['600', 600],
  ])('"%s"', (typed, value) => expect(readLostAfter(typed)).toEqual({ ok: true, value }));

  test.each(['0', '-1', '1,5', '2.0', 'two', '601', '1000'])('refuses "%s"', (typed) => {
    expect(readLostAfter(typed)).toMatchObject({ ok: false, problem: { path: 'lostAfter' } });
  });
});
