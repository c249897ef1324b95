import { useState } from 'react';
import { PaymentsError } from '../../../client/src';
import type { MessageKey } from '../i18n/language';

export type SubmitState = 'idle' | 'busy' | 'done';

/** What most refusals mean; a page adds its own before. */
export const generalProblem = (error: unknown): MessageKey => {
  const status = error instanceof PaymentsError ? error.status : -1;
  if (status === 0) return 'problem.offline';
  return status === 429 ? 'signIn.tooMany' : 'problem.server';
};

/** Runs one task at a time and keeps how it went. */
export const useSubmit = (problemOf: (error: unknown) => MessageKey = generalProblem) => {
  const [state, setState] = useState<SubmitState>('idle');
  const [problem, setProblem] = useState<MessageKey | null>(null);

  const submit = async (task: () => Promise<void>): Promise<void> => {
    if (state === 'busy') return;
    setProblem(null);
    setState('busy');
    try {
      await task();
      setState('done');
    } catch (error) {
      setProblem(problemOf(error));
      setState('idle');
    }
  };
  return { state, problem, setProblem, submit };
};
