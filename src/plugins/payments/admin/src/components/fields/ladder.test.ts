import { ladderText, readLadder } from './ladder';

const codeOf = (text: string) => {
  const read = readLadder(text);
  return read.ok ? null : read.problem.code;
};

describe('a ladder as it is typed', () => {
  test.each<[string, number[]]>([
    ['-7, -1, 0, 3', [-7, -1, 0, 3]],
    ['3;0 -1  -7', [-7, -1, 0, 3]],
    ['−7, +3, 3', [-7, 3]],
    ['-0', [0]],
    ['', []],
  ])('%j is %j', (text, ladder) => {
    expect(readLadder(text)).toEqual({ ok: true, ladder });
    expect(readLadder(ladderText(ladder))).toEqual({ ok: true, ladder });
  });

  test.each([
    ['a week before', 'ladder-unreadable'],
    ['1.5', 'ladder-unreadable'],
    ['-61', 'ladder-too-far'],
    ['1 2 3 4 5 6 7 8 9 10 11 12 13', 'ladder-too-long'],
  ])('%j is refused as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
