import { useState } from 'react';
import { useOffice } from '../../hooks/useOffice';
import { useProblemText } from '../../intl/useProblemText';
import { useT } from '../../intl/useT';
import type { FieldProblem } from '../../services/failure';
import { ladderText, readLadder } from './ladder';
import { TextField } from './TextField';

interface LadderFieldProps {
  label: string;
  /** As typed. */
  value: string;
  onChange: (value: string) => void;
  problem?: FieldProblem;
}

/** The days on which an instalment is reminded, said in words below while they are typed. */
export const LadderField = ({ label, value, onChange, problem }: LadderFieldProps) => {
  const t = useT();
  const { currency } = useOffice();
  const problemText = useProblemText();
  const [typing, setTyping] = useState(false);
  const read = readLadder(value);
  const shown = !read.ok && !typing ? read.problem : problem;

  const wordsOf = (step: number): string => {
    if (step === 0) return t('ladder.on');
    return step < 0 ? t('ladder.before', { days: -step }) : t('ladder.after', { days: step });
  };
  const words = read.ok && read.ladder.length > 0 ? read.ladder.map(wordsOf).join(' · ') : t('ladder.none');

  return (
    <TextField
      name="ladder"
      label={label}
      value={value}
      error={shown && problemText(shown, currency)}
      hint={read.ok ? words : t('ladder.hint')}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        if (read.ok) onChange(ladderText(read.ladder));
      }}
      onChange={onChange}
    />
  );
};
