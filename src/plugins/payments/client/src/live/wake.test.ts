import { onWake } from './wake';

const createPage = () => {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const page = Object.assign(new EventTarget(), { document });
  return { page, document };
};

describe('waking up', () => {
  it.each([
    ['the page becomes visible', () => createPage(), 'visibilitychange', 'document'],
    ['it comes out of the back-forward cache', () => createPage(), 'pageshow', 'page'],
    ['the network is back', () => createPage(), 'online', 'page'],
  ] as const)('is noticed when %s', (_name, create, type, target) => {
    const surroundings = create();
    let woken = 0;
    const stop = onWake(() => (woken += 1), surroundings.page);
    surroundings[target].dispatchEvent(new Event(type));
    expect(woken).toBe(1);
    stop();
    surroundings[target].dispatchEvent(new Event(type));
    expect(woken).toBe(1);
  });

  it('is not noticed when the page is being hidden', () => {
    const { page, document } = createPage();
    let woken = 0;
    onWake(() => (woken += 1), page);
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(woken).toBe(0);
  });

  it('needs no window', () => {
    expect(() => onWake(() => undefined, {})()).not.toThrow();
  });
});
