import { z } from 'zod';
import { routes } from './index';

describe('the HTTP contract', () => {
  it.each(routes.map((route) => [route.id, route] as const))('%s: its example fits its schemas', (_id, route) => {
    expect(() => route.query.parse(route.example.query ?? defaultsOf(route.query))).not.toThrow();
    expect(() => route.body.parse(route.example.body)).not.toThrow();
    expect(() => route.answer.parse(route.example.answer)).not.toThrow();
  });

  it('names every route once', () => {
    const names = routes.map((route) => route.id);
    expect(new Set(names).size).toBe(names.length);
    const paths = routes.map((route) => `${route.scope} ${route.method} ${route.path}`);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it.each(routes.filter((route) => route.scope === 'staff').map((route) => [route.id, route] as const))(
    '%s asks for a permission',
    (_id, route) => {
      expect(route.action).toBeDefined();
    },
  );

  it.each(routes.map((route) => [route.id, route] as const))('%s refuses unknown query keys', (_id, route) => {
    const parsed = route.query.safeParse({ ...(route.example.query ?? {}), $or: [] });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true);
  });

  it.each(routes.map((route) => [route.id, route] as const))('%s can be written as JSON Schema', (_id, route) => {
    for (const schema of [route.query, route.body, route.answer]) {
      expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow();
    }
  });
});

const defaultsOf = (_schema: z.ZodType): Record<string, string> => ({});
