import { findingsFile } from './findingsFile';

test('nothing of a file that was refused runs when the report is opened', () => {
  const file = findingsFile(
    ['Line', 'Column', 'Value', 'What', 'Proposal'],
    [
      { line: 2, column: 'Title', value: '=HYPERLINK("http://example.com")', what: 'This is missing.' },
      { line: 3, column: null, value: '@SUM(A1)', what: '+1', proposal: '-2+3' },
      { line: 4, column: 'Tax number', value: '94259216', what: 'Lost; its zero', proposal: '094259216' },
    ],
  );
  const cells = file.split('\r\n').flatMap((line) => line.split(';').map((cell) => cell.replace(/^"/, '')));
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  expect(file).toContain('4;Tax number;94259216;"Lost; its zero";094259216');
});
