import type { z } from 'zod';

/** Who calls a route: `staff` through the admin API (`/payments`), `contact` and `public` through the content API (`/api/payments`). */
export type RouteScope = 'staff' | 'contact' | 'public';

/** What a member of staff may be allowed to do; the action's uid is `plugin::payments.<name>`. */
export type StaffAction =
  'read' | 'create' | 'update' | 'delete' | 'settle' | 'review' | 'send' | 'import' | 'institutions' | 'settings';

/**
 * One route of the HTTP contract. The server parses with `query` and `body`, the clients take their types from the same
 * schemas, the OpenAPI document is generated from them, and a test checks every example against them.
 */
export interface RouteContract<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Unique within its scope; the name of the client's method. */
  readonly id: string;
  readonly scope: RouteScope;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the scope's prefix, with Strapi's `:param` notation. */
  readonly path: string;
  readonly summary: string;
  /** The permission a staff route asks for. */
  readonly action?: StaffAction;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** Set where the body is `multipart/form-data`: the part that carries a file, which may be left out. */
  readonly file?: {
    readonly field: string;
    readonly types: readonly string[];
    /** The largest file, in bytes. */
    readonly bytes: number;
    /** How many may come, in parts `field.0`, `field.1` …; one, in the part `field`, unless told. */
    readonly most?: number;
    /** Then the body is this one part, as JSON: its fields are more than words. Without files the body is plain JSON, as elsewhere. */
    readonly body?: string;
  };
  /** Status of a successful answer; 200 unless told. */
  readonly status?: 200 | 201;
  /** Media type of the answer, or the types it may have; JSON unless told, and then `answer` describes its text. */
  readonly media?: string | readonly string[];
  /** One worked example, in wire form. */
  readonly example: {
    readonly query?: Record<string, string>;
    readonly body?: unknown;
    readonly answer: unknown;
  };
}

/** Declares a route; the identity function that keeps each schema's own type. */
export const defineRoute = <Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  route: RouteContract<Query, Body, Answer>,
): RouteContract<Query, Body, Answer> => route;

export type QueryOf<Route extends RouteContract> = z.output<Route['query']>;
export type BodyOf<Route extends RouteContract> = z.output<Route['body']>;
/** What a caller writes: defaults may be left out, days are plain strings. */
export type QueryInputOf<Route extends RouteContract> = z.input<Route['query']>;
export type BodyInputOf<Route extends RouteContract> = z.input<Route['body']>;
export type AnswerOf<Route extends RouteContract> = z.output<Route['answer']>;
