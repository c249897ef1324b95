import { idsIn } from './sorted-ids';

it.each([
  ['', []],
  ['7', [7]],
  ['30,1,2147483647,2', [30, 1, 2147483647, 2]],
])('reads the ids of %j in their order', (text, ids) => {
  expect([...idsIn(text)]).toEqual(ids);
});
