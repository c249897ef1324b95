import { z } from 'zod';
import { routes } from '../../../contracts';
import type { RouteContract } from '../../../contracts/route';

type Json = Record<string, unknown>;

/** The contact's half: what an office's own site may call. */
const described = routes.filter(({ scope }) => scope !== 'staff');

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json;
  return rest;
};

/** Strapi writes `:id`, OpenAPI `{id}`; what follows a name, as in `:token.ics`, is part of the path. */
const pathOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function withFile(schema: Json, { field, types }: NonNullable<RouteContract['file']>): Json {
  const file = { type: 'string', format: 'binary', description: types.join(', ') };
  return { ...schema, properties: { ...(schema.properties as Json), [field]: file } };
}

function bodyOf({ body, file, method, example }: RouteContract): Json {
  if (method === 'GET' || method === 'DELETE') return {};
  const schema = schemaOf(body, 'input');
  const required = !body.safeParse(undefined).success;
  const examples = example.body === undefined ? {} : { example: example.body };
  if (!file) {
    const hasFields = JSON.stringify(schema) !== '{}' && schema.not === undefined;
    return hasFields ? { requestBody: { required, content: { 'application/json': { schema, ...examples } } } } : {};
  }
  const content = {
    'multipart/form-data': { schema: withFile(schema, file) },
    'application/json': { schema, ...examples },
  };
  return { requestBody: { required, content } };
}

function answerOf({ answer, media = 'application/json', status = 200, example, summary }: RouteContract): Json {
  const isFile = typeof media !== 'string';
  const shape = isFile
    ? { schema: { type: 'string', format: 'binary' } }
    : { schema: schemaOf(answer, 'output'), ...(media === 'application/json' && { example: example.answer }) };
  const content = Object.fromEntries([media].flat().map((type) => [type, shape]));
  return { [status]: { description: summary, content } };
}

const errorNames: Readonly<Record<string, string>> = {
  400: 'A field is wrong; `error.details.errors[].path` names it',
  401: 'Not signed in, or the session has ended',
  403: 'The role does not allow it',
  404: 'Not there, or not theirs',
  409: 'Not possible any more; `error.message` says why',
  429: 'Too many requests; `Retry-After` says how many seconds to wait',
};

const errorsOf = ({ scope, path, method, media }: RouteContract): Json => {
  const codes = [
    '400',
    ...(scope === 'contact' ? ['401', '403'] : []),
    ...(path.includes(':') ? ['404'] : []),
    ...((method !== 'GET' && path.includes(':')) || media === 'image/svg+xml' ? ['409'] : []),
    ...(scope === 'public' || method !== 'GET' || media === 'text/event-stream' ? ['429'] : []),
  ];
  return Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/${code}` }]));
};

const operationOf = (route: RouteContract): Json => ({
  operationId: route.id,
  summary: route.summary,
  tags: [route.scope === 'contact' ? 'Signed-in contact' : 'Public'],
  ...(route.scope === 'contact' ? {} : { security: [] }),
  parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
  ...bodyOf(route),
  responses: { ...answerOf(route), ...errorsOf(route) },
});

const errorSchema: Json = {
  type: 'object',
  required: ['data', 'error'],
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      required: ['status', 'name', 'message', 'details'],
      properties: {
        status: { type: 'integer' },
        name: { type: 'string' },
        message: { type: 'string' },
        details: { type: 'object', additionalProperties: true },
      },
    },
  },
};

function pathsOf(): Json {
  const paths: Record<string, Json> = {};
  for (const route of described) {
    const path = pathOf(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
}

/**
 * The contact's half of the HTTP contract as OpenAPI 3.1, from the very schemas that parse its requests.
 *
 * @param server address of the content API, such as `https://office.example.com/api/payments`
 */
export const openApiDocument = (server: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Payments: the customer’s side',
    version: '1.0.0',
    description: 'Obligations of the customers that a signed-in contact acts for, for the office’s own site.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: server }],
  security: [{ user: [] }],
  tags: [{ name: 'Signed-in contact' }, { name: 'Public' }],
  paths: pathsOf(),
  components: {
    securitySchemes: { user: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT of users-permissions' } },
    schemas: { Error: errorSchema },
    responses: Object.fromEntries(
      Object.entries(errorNames).map(([code, description]) => [
        code,
        { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
      ]),
    ),
  },
});
