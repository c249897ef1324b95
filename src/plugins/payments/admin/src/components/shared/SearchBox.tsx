import { useEffect, useRef, useState } from 'react';
import { Box, Searchbar, SearchForm } from '@strapi/design-system';
import { useT } from '../../intl/useT';

interface SearchBoxProps {
  label: string;
  placeholder: string;
  /** What the address says is searched for. */
  value: string;
  /** Called when typing pauses, and at once on Enter and on clearing. */
  onSearch: (text: string) => void;
}

const PAUSE = 300;

/** A search that is always open and answers while it is typed. */
export const SearchBox = ({ label, placeholder, value, onSearch }: SearchBoxProps) => {
  const t = useT();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  // the browser's back button changes the address under the field
  if (value !== seen) {
    setSeen(value);
    setText(value);
  }

  const search = (next: string, pause: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSeen(next.trim());
      onSearch(next.trim());
    }, pause);
  };

  return (
    <Box width={{ initial: '100%', medium: '32rem' }}>
      <SearchForm
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          search(text, 0);
        }}
      >
        <Searchbar
          name="q"
          size="S"
          value={text}
          placeholder={placeholder}
          clearLabel={t('action.clear')}
          onClear={() => search('', 0)}
          onChange={(event) => search(event.target.value, PAUSE)}
        >
          {label}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
