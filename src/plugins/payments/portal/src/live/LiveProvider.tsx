import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { LiveHintKind } from '../../../client/src';
import { useData } from '../data/DataProvider';
import { isTouchedBy } from '../data/resources';
import { useSession } from '../session/SessionProvider';

/** A connection may break for a moment without anybody having to know. */
const PATIENCE_MS = 5_000;

interface Live {
  /** Obligations that changed while the portal is open and have not been looked at since. */
  readonly news: ReadonlyMap<string, LiveHintKind>;
  /** When the last change came, in milliseconds; null before any. */
  readonly lastChange: number | null;
  readonly disconnected: boolean;
  /** The reader has seen an obligation's changes. */
  markSeen(documentId: string): void;
}

const LiveContext = createContext<Live | null>(null);

export const useLive = (): Live => {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive needs a LiveProvider above it');
  return live;
};

/** Whether the stream has been down for longer than a moment. */
const useDisconnected = () => {
  const [open, setOpen] = useState(true);
  const [disconnected, setDisconnected] = useState(false);
  useEffect(() => {
    if (open) setDisconnected(false);
    const timer = open ? undefined : setTimeout(() => setDisconnected(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [open]);
  return { disconnected, setOpen };
};

/** Follows the server: every hint makes what it touches stale, and the pages fetch it again. */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const { client, store } = useData();
  const { end } = useSession();
  const [news, setNews] = useState<ReadonlyMap<string, LiveHintKind>>(new Map());
  const [lastChange, setLastChange] = useState<number | null>(null);
  const { disconnected, setOpen } = useDisconnected();

  useEffect(
    () =>
      client.subscribe({
        onHint: ({ obligation, kind }) => {
          setNews((known) => new Map(known).set(obligation, known.get(obligation) === 'created' ? 'created' : kind));
          setLastChange(Date.now());
          store.invalidate(isTouchedBy(obligation));
        },
        onOpen: () => store.invalidate(() => true),
        onStatus: (status) => setOpen(status === 'open' || status === 'ended'),
        onEnd: (error) => error.status === 401 && end(),
      }),
    [client, store, end, setOpen],
  );

  const markSeen = useCallback((documentId: string) => {
    setNews((known) => {
      if (!known.has(documentId)) return known;
      const rest = new Map(known);
      rest.delete(documentId);
      return rest;
    });
  }, []);

  const live = useMemo(
    () => ({ news, lastChange, disconnected, markSeen }),
    [news, lastChange, disconnected, markSeen],
  );
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
};
