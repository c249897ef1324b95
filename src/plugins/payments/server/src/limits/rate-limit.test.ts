import { createCounter } from './rate-limit';

const setUp = () => {
  let now = 0;
  const counter = createCounter({ most: 3, windowMs: 1_000 }, () => now);
  return { count: (key: string) => counter.count(key), pass: (milliseconds: number) => (now += milliseconds) };
};

describe('the counter of requests', () => {
  it('lets so many through in a window, and then tells how long to wait', () => {
    const { count, pass } = setUp();
    expect([count('a'), count('a'), count('a')]).toEqual([0, 0, 0]);
    pass(400);
    expect(count('a')).toBe(600);
    pass(600);
    expect(count('a')).toBe(0);
  });

  it('counts each key for itself', () => {
    const { count } = setUp();
    for (let time = 0; time < 4; time += 1) count('a');
    expect(count('b')).toBe(0);
  });

  it('is not lengthened by those who go on asking', () => {
    const { count, pass } = setUp();
    for (let time = 0; time < 100; time += 1) count('a');
    pass(999);
    expect(count('a')).toBe(1);
  });
});
