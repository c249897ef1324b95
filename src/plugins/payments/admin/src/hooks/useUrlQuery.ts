import { useCallback } from 'react';
import { useQueryParams } from '@strapi/strapi/admin';

type Value = string | undefined;

/**
 * A page's filters in its address. A change of any of them goes back to the first page, unless it is the page itself.
 * `undefined` and the empty string leave the address.
 */
export const useUrlQuery = <Key extends string>() => {
  const [{ query }, setQuery] = useQueryParams<Partial<Record<Key | 'page', string>>>();

  const change = useCallback(
    (next: Partial<Record<Key | 'page', Value>>, { replace = false } = {}) => {
      const entries = Object.entries({ page: undefined, ...next }) as Array<[Key | 'page', Value]>;
      // the admin's own hook writes what it is given: encoding is the caller's part
      const encoded = Object.fromEntries(
        Object.entries({ ...query, ...Object.fromEntries(entries) })
          .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
          .map(([key, value]) => [key, encodeURIComponent(value)]),
      );
      const cleared = Object.fromEntries(Object.keys(query).map((key) => [key, undefined]));
      setQuery({ ...cleared, ...encoded } as Partial<Record<Key | 'page', string>>, 'push', replace);
    },
    [query, setQuery],
  );

  return [query, change] as const;
};
