import { useSyncExternalStore } from 'react';
import { routeOf } from './route';
import type { Route } from './route';

/**
 * The portal's router: the browser's history, and nothing else. It also remembers how far each page was scrolled, because
 * a page whose rows arrive later than its address cannot be left to the browser.
 */

/** The path that `<base href>` gives, with a slash at its end. */
const basePath = (): string => new URL(document.baseURI).pathname.replace(/[^/]*$/, '');

const listeners = new Set<() => void>();
const scrolls = new Map<string, number>();
let arrival: 'load' | 'forward' | 'back' = 'load';
let entry = '';

const entryOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'entry' in state ? String(state.entry) : 'first';

const notify = (): void => listeners.forEach((listener) => listener());

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Takes over history from the browser; once, before the first page is shown. */
export const startNavigation = (): void => {
  history.scrollRestoration = 'manual';
  entry = entryOf(history.state);
  addEventListener('popstate', (event) => {
    scrolls.set(entry, scrollY);
    entry = entryOf(event.state);
    arrival = 'back';
    notify();
  });
  addEventListener('hashchange', notify);
};

/** Goes to a path of the portal, such as `obligations/abc`, so that going back does not return to this page. */
export const leaveFor = (path: string): void => {
  arrival = 'forward';
  history.replaceState({ entry }, '', basePath() + path);
  notify();
};

/** Goes to a path of the portal, such as `obligations/abc`. */
export const navigate = (path: string): void => {
  scrolls.set(entry, scrollY);
  entry = `${Date.now()}`;
  arrival = 'forward';
  history.pushState({ entry }, '', basePath() + path);
  notify();
};

/** Changes the address without a new page, as a filter does. */
export const replaceQuery = (query: URLSearchParams): void => {
  const text = query.toString();
  history.replaceState(history.state, '', location.pathname + (text === '' ? '' : `?${text}`));
  notify();
};

/** The secret behind `#`. */
export const useSecret = (): string => useSyncExternalStore(subscribe, () => location.hash.slice(1));

export const hrefOf = (path: string): string => basePath() + path;

/** How this page was reached, and where it was left when it was seen before; asked once, when the page has content. */
export const takeArrival = (): { arrival: typeof arrival; scroll: number } => {
  const taken = { arrival, scroll: arrival === 'back' ? (scrolls.get(entry) ?? 0) : 0 };
  arrival = 'load';
  return taken;
};

const address = (): string => location.pathname + location.search + location.hash;

export const useRoute = (): Route => {
  useSyncExternalStore(subscribe, address);
  return routeOf(location.pathname, basePath());
};

/** Whether a path of the portal is the page that is shown. */
export const useIsCurrent = (path: string): boolean =>
  useSyncExternalStore(subscribe, () => location.pathname === basePath() + path);

export const useQuery = (): URLSearchParams =>
  new URLSearchParams(useSyncExternalStore(subscribe, () => location.search));
