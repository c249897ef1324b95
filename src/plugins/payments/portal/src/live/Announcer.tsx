import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';

const AnnouncerContext = createContext<(text: string) => void>(() => undefined);

/** Says something to those who listen to the page; it is not shown. */
export const useAnnounce = (): ((text: string) => void) => useContext(AnnouncerContext);

export const Announcer = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const [announce] = useState(() => (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })));
  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite">
        {/* A new element each time, so that the same words twice are read twice. */}
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnouncerContext.Provider>
  );
};
