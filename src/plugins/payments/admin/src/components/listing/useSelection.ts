import { useState } from 'react';

/** Which rows of the shown page are chosen; rows that are no longer shown count as not chosen. */
export const useSelection = (shown: readonly string[]) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = shown.filter((documentId) => chosen.has(documentId));
  return {
    selected,
    all: shown.length > 0 && selected.length === shown.length,
    has: (documentId: string) => chosen.has(documentId),
    toggle: (documentId: string) => {
      const next = new Set(selected);
      if (!next.delete(documentId)) next.add(documentId);
      setChosen(next);
    },
    toggleAll: () => setChosen(new Set(selected.length === shown.length ? [] : shown)),
    clear: () => setChosen(new Set()),
  };
};

export type Selection = ReturnType<typeof useSelection>;
