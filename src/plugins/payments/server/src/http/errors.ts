import { errors } from '@strapi/utils';
import type { Problem, Result } from '../../../domain/problem';

/** One entry of a 400's `details.errors`: where, what, and what would repair it. */
export interface FieldError {
  readonly path: ReadonlyArray<string | number>;
  readonly message: string;
  readonly name: string;
  /** Stable, for translation. */
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const asFieldError = ({ path, message, code, params }: Problem): FieldError => ({
  path,
  message,
  name: 'ValidationError',
  code,
  ...(params && { params }),
});

/** Problems of the domain as Strapi's 400: each names its field, `details.repairs` what would make it right. */
export function invalid(
  problems: ReadonlyArray<Problem>,
  prefix: ReadonlyArray<string | number> = [],
): errors.ValidationError {
  const repairs = problems.flatMap((problem) => problem.repairs ?? []);
  const fieldErrors = problems.map((problem) => asFieldError({ ...problem, path: [...prefix, ...problem.path] }));
  return new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
    errors: fieldErrors,
    ...(repairs.length > 0 && { repairs }),
  });
}

/** One field that is wrong, for a reason that no domain rule names. */
export const invalidField = (path: ReadonlyArray<string | number>, message: string, code: string) =>
  new errors.ValidationError(message, {
    errors: [{ path, message, name: 'ValidationError', code } satisfies FieldError],
  });

/** Several fields that are wrong at once, each with its own message. */
export const invalidFields = (fields: ReadonlyArray<Omit<FieldError, 'name'>>) =>
  new errors.ValidationError(fields.map(({ message }) => message).join('; '), {
    errors: fields.map((field): FieldError => ({ ...field, name: 'ValidationError' })),
  });

/** The value of a domain result, or its problems as a 400. `prefix` is where the part stands in the request. */
export function valueOf<T>(result: Result<T>, prefix: ReadonlyArray<string | number> = []): T {
  if (result.ok) return result.value;
  throw invalid(result.problems, prefix);
}

/** A document that does not exist, or is not the caller's: the two cannot be told apart. */
export const notFound = (what: string) => new errors.NotFoundError(`${what} not found`);

/** 409: somebody else saved first, or a key is taken; `details.current` is the record as it is now, where there is one. */
export class ConflictError extends errors.ApplicationError<'ConflictError'> {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super(message, details);
    this.name = 'ConflictError';
  }
}

/** A warning that staff must confirm: the same request with `confirmed: [code]` goes through. */
export const needsConfirmation = (warnings: ReadonlyArray<{ code: string; message: string }>) =>
  new errors.ValidationError(warnings.map(({ message }) => message).join('; '), { confirm: warnings });
