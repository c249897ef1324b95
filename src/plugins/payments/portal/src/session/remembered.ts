const KEY = 'payments.session';

/**
 * Whether this browser has signed in and not out again. The session itself lies in a cookie that scripts cannot see; this
 * mark only spares everyone else a request that is bound to fail.
 */
export const isRemembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
};

export const remember = (signedIn: boolean): void => {
  try {
    if (signedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: the next visit asks the server.
  }
};

/** Calls back when another tab of this browser signs out. */
export const onForgotten = (callback: () => void): (() => void) => {
  const listener = (event: StorageEvent): void => {
    if (event.key === KEY && event.newValue === null) callback();
  };
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
};
