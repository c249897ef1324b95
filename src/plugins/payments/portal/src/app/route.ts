/** Where in the portal: what stands in the address bar behind the portal's own path. */
export type Route =
  | { readonly page: 'log' }
  | { readonly page: 'obligation'; readonly documentId: string }
  | { readonly page: 'settings' }
  | { readonly page: PublicPage }
  | { readonly page: 'not-found' };

/** Pages that need no session; their secrets stand behind `#`, which reaches no server. */
export type PublicPage = 'forgotten' | 'invitation' | 'link' | 'unsubscribe';

const publicPages: readonly string[] = ['forgotten', 'invitation', 'link', 'unsubscribe'] satisfies PublicPage[];

export const isPublic = (page: string): page is PublicPage => publicPages.includes(page);

export const logPath = '';

export const settingsPath = 'settings';

export const forgottenPath = 'forgotten';

export const obligationPath = (documentId: string): string => `obligations/${encodeURIComponent(documentId)}`;

/** Reads an address; `base` is the portal's path, with a slash at its end. */
export const routeOf = (pathname: string, base: string): Route => {
  const path = `${pathname}/`.startsWith(base) ? pathname.slice(base.length) : pathname;
  const segments = path.split('/').filter((segment) => segment !== '');
  const [first, documentId] = segments;
  if (first === undefined) return { page: 'log' };
  if (first === 'obligations' && documentId !== undefined && segments.length === 2) {
    return { page: 'obligation', documentId };
  }
  if (segments.length === 1 && (first === 'settings' || isPublic(first))) return { page: first };
  return { page: 'not-found' };
};
