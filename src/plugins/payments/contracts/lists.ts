import { z } from 'zod';

export const pagination = z.strictObject({
  page: z.int(),
  pageSize: z.int(),
  pageCount: z.int(),
  total: z.int(),
  /** Staff lists count exactly to 10,000; beyond it `total` stays there and `more` is true. */
  more: z.literal(true).optional(),
});
export type Pagination = z.output<typeof pagination>;

/** `page` and `pageSize` of every list; `pageSize` is 25 unless told and at most 100. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
};

/** `sort=field:asc|desc` over the named fields; `field` alone is ascending. */
export const sortQuery = <const Field extends string>(
  fields: readonly Field[],
  fallback: `${Field}:${'asc' | 'desc'}`,
) =>
  z
    .string()
    .regex(
      new RegExp(`^(${fields.join('|')})(:(asc|desc))?$`),
      `must be one of ${fields.join(', ')}, with :asc or :desc`,
    )
    .default(fallback)
    .transform((value) => {
      const [field, direction = 'asc'] = value.split(':') as [Field, ('asc' | 'desc')?];
      return { field, direction };
    });

export const one = <Item extends z.ZodType>(item: Item) => z.strictObject({ data: item, meta: z.strictObject({}) });

export const many = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ data: z.array(item), meta: z.strictObject({ pagination }) });
