import type { Repair } from '../../../domain/problem';

/** One thing that is wrong with a request: where, and which rule of the domain says so. */
export interface FieldProblem {
  /** Place on the wire, with dots: `plan.instalments.3.amount`; empty for the request as a whole. */
  path: string;
  /** A code of the domain where it was one of its rules. */
  code: string | null;
  message: string;
  params: Record<string, string | number>;
}

/** A warning that goes away when its code is sent back as `confirmed`. */
export interface Confirmation {
  code: string;
  message: string;
}

/** What went wrong with a request, in the form that the pages show. */
export interface Failure {
  /** HTTP status; null when no answer came. */
  status: number | null;
  message: string;
  problems: FieldProblem[];
  repairs: Repair[];
  confirm: Confirmation[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const problemOf = (value: unknown): FieldProblem[] => {
  if (!isRecord(value)) return [];
  const params = isRecord(value.params) ? value.params : {};
  return [
    {
      path: Array.isArray(value.path) ? value.path.join('.') : textOf(value.path),
      code: typeof value.code === 'string' ? value.code : null,
      message: textOf(value.message),
      params: Object.fromEntries(
        Object.entries(params).filter(
          (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
        ),
      ),
    },
  ];
};

const repairOf = (value: unknown): Repair[] => {
  if (!isRecord(value)) return [];
  if (typeof value.count === 'number') return [{ count: value.count }];
  if (typeof value.amount === 'string') return [{ amount: value.amount }];
  return [];
};

const confirmationOf = (value: unknown): Confirmation[] =>
  isRecord(value) && typeof value.code === 'string' ? [{ code: value.code, message: textOf(value.message) }] : [];

/** Reads an error of the admin's data layer; whatever it is, something that can be shown comes out. */
export const failureOf = (error: unknown): Failure => {
  const source = isRecord(error) ? error : {};
  const details = isRecord(source.details) ? source.details : {};
  return {
    status: typeof source.status === 'number' ? source.status : null,
    message: textOf(source.message),
    problems: listOf(details.errors).flatMap(problemOf),
    repairs: listOf(details.repairs).flatMap(repairOf),
    confirm: listOf(details.confirm).flatMap(confirmationOf),
  };
};

/** The first problem of a field or of anything within it: `plan.total` also finds `plan.total.value`. */
export const problemAt = (problems: readonly FieldProblem[], path: string): FieldProblem | undefined =>
  problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
