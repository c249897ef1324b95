import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { AnswerOf, BodyOf, QueryOf, RouteContract } from '../../../contracts/route';
import { actorOfRequest, SYSTEM } from '../record/actor';
import type { Actor } from '../record/actor';
import { errorName, isDuplicateKey } from '../repositories/database';
import { ConflictError, invalidField, notFound } from './errors';
import { parse } from './parse';

/** A request as its contract parsed it. */
export interface Input<Route extends RouteContract> {
  readonly query: QueryOf<Route>;
  readonly body: BodyOf<Route>;
  /** A path parameter. */
  param(name: string): string;
  readonly actor: Actor;
  /** Id of the signed-in user: an administrator's on staff routes, a users-permissions user's on contact routes. */
  readonly userId: number;
  readonly ctx: Context;
}

/**
 * A controller's action from its contract: parses query and body, answers what `work` answers. Errors keep Strapi's format, which knows
 * no 409 of its own.
 */
export const endpoint =
  <Route extends RouteContract>(
    strapi: Core.Strapi,
    route: Route,
    work: (input: Input<Route>) => Promise<AnswerOf<Route>>,
  ) =>
  async (ctx: Context): Promise<void> => {
    try {
      ctx.body = await work(inputOf(ctx, route));
    } catch (error) {
      answerError(strapi, ctx, route, error);
    }
  };

/** What a request says, parsed by its contract. Throws a 400 that names every field that is wrong. */
export function inputOf<Route extends RouteContract>(ctx: Context, route: Route): Input<Route> {
  const { query, params, request, state } = ctx as Context & {
    request: { body?: unknown };
    params: Record<string, string>;
  };
  return {
    query: parse(route.query, query) as QueryOf<Route>,
    body: parse(route.body, isEmptyBody(request.body) ? undefined : bodyOf(ctx, route, request.body)) as BodyOf<Route>,
    param: (name) => storable(params[name] ?? ''),
    actor: actorOfRequest(state) ?? SYSTEM,
    userId: Number(state.user?.id),
    ctx,
  };
}

/** PostgreSQL has no text with NUL in it, so no document, file or secret has such a name. */
function storable(value: string): string {
  if (value.includes('\0')) throw notFound('Document');
  return value;
}

/** The body of a request that comes with files is one of its parts, where the route says so. */
function bodyOf(ctx: Context, { file }: RouteContract, body: unknown): unknown {
  if (!file?.body || !ctx.is('multipart')) return body;
  const { [file.body]: text, ...others } = body as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalidField([unknown], `${unknown} is not a known field`, 'unknown-field');
  try {
    return JSON.parse(String(text));
  } catch {
    throw invalidField([file.body], `${file.body}: send the body of the request as JSON in this part`, 'not-json');
  }
}

/** `POST` without a body reaches us as `{}`; whether that is allowed is the contract's to say. */
const isEmptyBody = (body: unknown) => body === undefined || body === null;

/** Answers an error in Strapi's format; what nobody expected is a 500 whose log carries no value of the request. */
export function answerError(strapi: Core.Strapi, ctx: Context, route: RouteContract, error: unknown): void {
  if (isDuplicateKey(error)) return answer(ctx, 409, new ConflictError('A document with the same key exists already'));
  if (error instanceof ConflictError) return answer(ctx, 409, error);
  if (error instanceof errors.ApplicationError || error instanceof errors.HttpError) throw error;
  // Strapi would log the message, and a driver's carries the statement with the customer's data.
  const frames = error instanceof Error ? (error.stack?.split('\n    at ').slice(1, 6) ?? []) : [];
  strapi.log.error(`payments: ${route.id}: ${errorName(error)}\n    at ${frames.join('\n    at ')}`);
  answer(ctx, 500, { name: 'InternalServerError', message: 'Internal Server Error', details: {} });
}

function answer(
  ctx: Context,
  status: number,
  { name, message, details }: { name: string; message: string; details: unknown },
): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details } };
}
