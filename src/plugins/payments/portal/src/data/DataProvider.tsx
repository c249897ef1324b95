import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { PaymentsError } from '../../../client/src';
import type { PaymentsClient } from '../../../client/src';
import { createStore } from './store';
import type { Snapshot, Store } from './store';

interface Data {
  readonly client: PaymentsClient;
  readonly store: Store;
}

const DataContext = createContext<Data | null>(null);

export const useData = (): Data => {
  const data = useContext(DataContext);
  if (data === null) throw new Error('useData needs a DataProvider above it');
  return data;
};

/** Calls back when the connection is back, or the reader is. */
const onReturn = (callback: () => void): (() => void) => {
  const ifVisible = (): void => {
    if (document.visibilityState === 'visible') callback();
  };
  addEventListener('online', callback);
  document.addEventListener('visibilitychange', ifVisible);
  return () => {
    removeEventListener('online', callback);
    document.removeEventListener('visibilitychange', ifVisible);
  };
};

interface DataProviderProps {
  client: PaymentsClient;
  /** The server no longer knows the session. */
  onSessionEnd(): void;
  children: ReactNode;
}

export const DataProvider = ({ client, onSessionEnd, children }: DataProviderProps) => {
  const data = useMemo(() => {
    const endIfRefused = (error: unknown): void => {
      if (error instanceof PaymentsError && error.status === 401) onSessionEnd();
    };
    return { client, store: createStore(endIfRefused) };
  }, [client, onSessionEnd]);
  useEffect(() => onReturn(data.store.retryFailed), [data]);
  return <DataContext.Provider value={data}>{children}</DataContext.Provider>;
};

/** Something the portal fetches: a name, and how to fetch it for an argument. */
export interface Resource<Data> {
  readonly name: string;
  load(client: PaymentsClient, argument: string): Promise<Data>;
}

export interface Loaded<Data> extends Snapshot<Data> {
  reload(): void;
}

/** Follows a resource: what was fetched last, and again whenever it becomes stale. */
export const useResource = <Data,>(resource: Resource<Data>, argument = ''): Loaded<Data> => {
  const { client, store } = useData();
  const key = `${resource.name} ${argument}`;
  const subscribe = useCallback(
    (listener: () => void) => store.follow(key, () => resource.load(client, argument), listener),
    [store, client, resource, argument, key],
  );
  const snapshot = useSyncExternalStore(subscribe, () => store.read<Data>(key));
  const reload = useCallback(() => store.reload(key), [store, key]);
  return { ...snapshot, reload };
};
