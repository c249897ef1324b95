import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { PaymentsClient } from '../../../client/src';
import type { Access } from './access';
import { isRemembered, onForgotten, remember } from './remembered';

/** Why somebody is not signed in, where there is a reason to tell. */
export type Farewell = 'ended' | 'signed-out' | 'signed-out-here-only';

export type SessionState =
  | { readonly status: 'restoring' }
  | { readonly status: 'unreachable'; readonly error: unknown }
  | { readonly status: 'signed-out'; readonly farewell: Farewell | null }
  | { readonly status: 'signed-in'; readonly client: PaymentsClient };

interface SessionValue {
  state: SessionState;
  access: Access;
  /** Throws a `PaymentsError` when it fails. */
  signIn(identifier: string, password: string): Promise<void>;
  /** Sets the password of an invitation, or a forgotten one, and signs in. Throws a `PaymentsError` when it fails. */
  acceptInvitation(token: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** The server refused the session. */
  end(): void;
  /** Asks once more whether there is a session, after the server could not be reached. */
  restore(): void;
}

const SessionContext = createContext<SessionValue | null>(null);

export const useSession = (): SessionValue => {
  const value = useContext(SessionContext);
  if (value === null) throw new Error('useSession needs a SessionProvider above it');
  return value;
};

const restoreSession = async ({ session, client }: Access): Promise<SessionState> => {
  try {
    if (await session.restore()) return { status: 'signed-in', client };
  } catch (error) {
    return { status: 'unreachable', error };
  }
  remember(false);
  return { status: 'signed-out', farewell: 'ended' };
};

/** Starts where the last visit ended: signed in, or not. */
const useRestoredState = (access: Access) => {
  const [state, setState] = useState<SessionState>(() =>
    isRemembered() ? { status: 'restoring' } : { status: 'signed-out', farewell: null },
  );
  const { status } = state;
  useEffect(() => {
    if (status !== 'restoring') return;
    let current = true;
    void restoreSession(access).then((restored) => current && setState(restored));
    return () => {
      current = false;
    };
  }, [status, access]);
  return [state, setState] as const;
};

export const SessionProvider = ({ access, children }: { access: Access; children: ReactNode }) => {
  const { session, client } = access;
  const [state, setState] = useRestoredState(access);

  const leave = useCallback(
    (farewell: Farewell) => {
      remember(false);
      setState({ status: 'signed-out', farewell });
    },
    [setState],
  );
  const enter = useCallback(() => {
    remember(true);
    setState({ status: 'signed-in', client });
  }, [client, setState]);
  // Who has signed out already is not told that the session ended, by an answer that was still on its way.
  const end = useCallback(() => {
    remember(false);
    setState((now) => (now.status === 'signed-in' ? { status: 'signed-out', farewell: 'ended' } : now));
  }, [setState]);
  useEffect(() => onForgotten(() => setState({ status: 'signed-out', farewell: 'signed-out' })), [setState]);

  const value = useMemo<SessionValue>(
    () => ({
      state,
      access,
      signIn: (identifier, password) => session.signIn(identifier, password).then(enter),
      acceptInvitation: (token, password) => session.acceptInvitation(token, password).then(enter),
      signOut: () =>
        session.signOut().then(
          () => leave('signed-out'),
          () => leave('signed-out-here-only'),
        ),
      end,
      restore: () => setState({ status: 'restoring' }),
    }),
    [state, access, session, enter, leave, end, setState],
  );
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
};
