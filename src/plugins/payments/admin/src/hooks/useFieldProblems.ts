import { useState } from 'react';
import { problemAt } from '../services/failure';
import type { Failure, FieldProblem } from '../services/failure';

/** What the server said of each field, until that field is changed. */
export const useFieldProblems = (failure: Failure | null) => {
  const [silenced, setSilenced] = useState<{ of: Failure | null; paths: string[] }>({ of: failure, paths: [] });
  const paths = silenced.of === failure ? silenced.paths : [];
  return {
    at: (path: string): FieldProblem | undefined =>
      paths.some((silent) => path === silent || path.startsWith(`${silent}.`))
        ? undefined
        : failure
          ? problemAt(failure.problems, path)
          : undefined,
    /** The field was changed: what was said of it is no longer about what it holds. */
    touch: (path: string) => setSilenced({ of: failure, paths: [...paths, path] }),
  };
};
