import type { InputHTMLAttributes } from 'react';
import { useWords } from '../i18n/WordsProvider';
import type { ClaimProblem } from './claim';

interface ClaimFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: string;
  /** Of the form; shown here when it is this field's. */
  problem: ClaimProblem | null;
  /** What a right value looks like. */
  example?: string;
}

/** One field with its label, its hint, and what is wrong with it. */
export const ClaimField = ({ name, label, hint, problem, example = '', ...input }: ClaimFieldProps) => {
  const { t } = useWords();
  const id = `receipt-${name}`;
  const wrong = problem !== null && problem.field === name;
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} name={name} aria-invalid={wrong} aria-describedby={describedBy || undefined} />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="small">
          {hint}
        </p>
      )}
      {wrong ? (
        <p id={`${id}-problem`} className="field__problem" role="alert">
          {t(problem.message, { example })}
        </p>
      ) : null}
    </div>
  );
};
