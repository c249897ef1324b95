import { useState } from 'react';
import { Button, Flex, TextInput } from '@strapi/design-system';
import type { ImportFinding } from '../../../../contracts/import-values';
import type { ColumnId } from '../../../../domain/import';
import { useT } from '../../intl/useT';

interface CorrectionFieldProps {
  finding: ImportFinding & { column: ColumnId };
  /** The column's name. */
  name: string;
  onCorrect: (value: string) => void;
}

/** Puts another value in a cell's place, for this import alone: the file stays as it is. A proposal waits to be taken. */
export const CorrectionField = ({ finding: { line, value, proposal }, name, onCorrect }: CorrectionFieldProps) => {
  const t = useT();
  const [typed, setTyped] = useState(value);
  return (
    <form
      // the table takes Enter for leaving its cell
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.stopPropagation();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== value) onCorrect(typed.trim());
      }}
    >
      <Flex gap={2} wrap="wrap">
        <TextInput
          size="S"
          name={`correct-${line}`}
          aria-label={t('import.correct', { line, column: name })}
          value={typed}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        />
        <Button type="submit" size="S" variant="tertiary" disabled={typed.trim() === value}>
          {t('import.correct.apply')}
        </Button>
        {proposal !== undefined && (
          <Button type="button" size="S" variant="secondary" onClick={() => onCorrect(proposal)}>
            {t('import.correct.proposal', { value: proposal })}
          </Button>
        )}
      </Flex>
    </form>
  );
};
