import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type { FieldError } from './errors';

type Issue = z.core.$ZodIssue;

const asFieldError = (path: ReadonlyArray<PropertyKey>, message: string): FieldError => ({
  path: path.map((key) => (typeof key === 'number' ? key : String(key))),
  message,
  name: 'ValidationError',
});

function fieldErrorsOf(issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => asFieldError([...issue.path, key], `${key} is not a known field`));
  }
  const field = issue.path.length > 0 ? issue.path.join('.') : 'the request';
  return [asFieldError(issue.path, `${field}: ${issue.message}`)];
}

/** Parses a request's part with its contract. Throws Strapi's 400 with every wrong field in `details.errors`. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fieldErrors = result.error.issues.flatMap(fieldErrorsOf);
  throw new errors.ValidationError(fieldErrors.map(({ message }) => message).join('; '), { errors: fieldErrors });
}
