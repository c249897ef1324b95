import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { storeLanguage } from './language';
import type { Language } from './language';
import type { Words } from './words';

interface WordsContextValue {
  words: Words;
  chooseLanguage(language: Language): void;
}

const WordsContext = createContext<WordsContextValue | null>(null);

const useWordsContext = (): WordsContextValue => {
  const value = useContext(WordsContext);
  if (value === null) throw new Error('useWords needs a WordsProvider above it');
  return value;
};

export const useWords = (): Words => useWordsContext().words;

export const useChooseLanguage = (): ((language: Language) => void) => useWordsContext().chooseLanguage;

interface WordsProviderProps {
  first: Words;
  load(language: Language): Promise<Words>;
  children: ReactNode;
}

export const WordsProvider = ({ first, load, children }: WordsProviderProps) => {
  const [words, setWords] = useState(first);

  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);

  const chooseLanguage = useCallback(
    (language: Language) => {
      storeLanguage(language);
      // Without the other language's words the page stays in the one it has; the choice holds for the next visit.
      load(language).then(setWords, () => undefined);
    },
    [load],
  );

  const value = useMemo(() => ({ words, chooseLanguage }), [words, chooseLanguage]);
  return <WordsContext.Provider value={value}>{children}</WordsContext.Provider>;
};
