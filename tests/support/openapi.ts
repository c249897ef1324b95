import { execFileSync } from 'node:child_process';
import path from 'node:path';

import addFormats from 'ajv-formats';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

/** As much of an OpenAPI 3.1 document as the tests look at. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

interface Media {
  readonly schema: object;
  readonly example?: unknown;
}
interface Response {
  readonly content?: Readonly<Record<string, Media>>;
}
export interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response & { readonly $ref?: string }>>;
}

/** What the independent validator says of the document: the version it took it for, and every error. */
export const checkDocument = (document: unknown): { valid: boolean; version: string; errors: unknown } =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'check-openapi.mjs')], {
      input: JSON.stringify(document),
    }).toString(),
  ) as { valid: boolean; version: string; errors: unknown };

/** Every operation by its id, as `GET /obligations`. */
export const operationsOf = ({ paths }: OpenApiDocument): Map<string, Operation> =>
  new Map(
    Object.values(paths).flatMap((operations) =>
      Object.values(operations).map((operation): [string, Operation] => [operation.operationId, operation]),
    ),
  );

/** Checks values with the document's own schemas, as a client that was generated from it would. */
export const createChecker = (document: OpenApiDocument) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('binary', true);
  ajv.addSchema(document, 'openapi.json');
  const compiled = new Map<object, ValidateFunction>();

  const checkerOf = (schema: object): ValidateFunction => {
    const known = compiled.get(schema);
    if (known) return known;
    const inDocument = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi.json#/')) as object;
    const made = ajv.compile(inDocument);
    compiled.set(schema, made);
    return made;
  };
  const resolve = (response: Response & { $ref?: string }): Response =>
    response.$ref === undefined
      ? response
      : (document.components.responses[response.$ref.split('/').pop() ?? ''] ?? {});

  return {
    /** Errors of a value; none when it fits. */
    errorsOf(schema: object, value: unknown): unknown[] {
      const check = checkerOf(schema);
      return check(value) ? [] : (check.errors ?? []);
    },
    /** The schema that an operation promises for a status and media type, or undefined where it promises none. */
    answerSchema(operation: Operation, status: number, contentType: string): object | undefined {
      const response = operation.responses[String(status)];
      const type = contentType.split(';')[0]?.trim() ?? '';
      return response && resolve(response).content?.[type]?.schema;
    },
  };
};
