import { setImmediate as turn } from 'node:timers/promises';
import { createTail } from './tail';

/** A log whose ids are handed out before they become visible, and a clock that is moved by hand. */
const setUp = (visible: number[]) => {
  const log = new Set(visible);
  const delivered: number[] = [];
  const errors: unknown[] = [];
  let now = 0;
  let failing = 0;
  const tail = createTail({
    source: {
      newest: async () => Math.max(0, ...log),
      idsAfter: async (id) => [...log].filter((each) => each > id).sort((a, b) => a - b),
    },
    deliver: async (ids) => {
      if (failing > 0) {
        failing -= 1;
        throw new Error('database away');
      }
      delivered.push(...ids);
    },
    onError: (error) => errors.push(error),
    now: () => now,
  });
  const look = async () => {
    tail.wake();
    for (let step = 0; step < 20; step += 1) await turn();
  };
  return {
    tail,
    delivered,
    errors,
    look,
    commit: (...ids: number[]) => ids.forEach((id) => log.add(id)),
    pass: (milliseconds: number) => (now += milliseconds),
    failNext: () => (failing = 1),
  };
};

describe('the event tail', () => {
  it('delivers nothing that was committed before it started', async () => {
    const { tail, look, delivered, commit } = setUp([1, 2, 3]);
    await tail.start();
    await look();
    expect(delivered).toEqual([]);
    commit(4);
    await look();
    expect(delivered).toEqual([4]);
    tail.stop();
  });

  it('delivers each event once, however often it looks', async () => {
    const { tail, look, delivered, commit } = setUp([]);
    await tail.start();
    commit(1, 2);
    await look();
    await look();
    commit(3);
    await look();
    expect(delivered).toEqual([1, 2, 3]);
    tail.stop();
  });

  it('delivers an event whose transaction committed after one with a larger id', async () => {
    const { tail, look, delivered, commit, pass } = setUp([1]);
    await tail.start();
    commit(3);
    await look();
    pass(59_000);
    commit(2);
    await look();
    expect(delivered).toEqual([3, 2]);
    tail.stop();
  });

  it('delivers an event that was under way when it started', async () => {
    const { tail, look, delivered, commit } = setUp([1, 2, 4]);
    await tail.start();
    commit(3);
    await look();
    expect(delivered).toEqual([3]);
    tail.stop();
  });

  it('forgets what is older than a minute, and delivers it no second time', async () => {
    const { tail, look, delivered, commit, pass } = setUp([]);
    await tail.start();
    commit(1, 2, 3);
    await look();
    pass(61_000);
    commit(4);
    await look();
    pass(61_000);
    await look();
    expect(delivered).toEqual([1, 2, 3, 4]);
    tail.stop();
  });

  it('delivers again what could not be delivered', async () => {
    const { tail, look, delivered, errors, commit, failNext } = setUp([]);
    await tail.start();
    failNext();
    commit(1);
    await look();
    expect(delivered).toEqual([]);
    expect(errors).toHaveLength(1);
    await look();
    expect(delivered).toEqual([1]);
    tail.stop();
  });

  it('begins anew after it was stopped', async () => {
    const { tail, look, delivered, commit } = setUp([1]);
    await tail.start();
    tail.stop();
    commit(2);
    await look();
    await tail.start();
    commit(3);
    await look();
    expect(delivered).toEqual([3]);
    tail.stop();
  });
});
