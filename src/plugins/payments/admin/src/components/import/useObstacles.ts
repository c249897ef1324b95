import { useState } from 'react';
import { useT } from '../../intl/useT';
import type { TextKey } from '../../intl/useT';
import en from '../../translations/en.json';

interface Obstacle {
  code: string;
  names: string[];
  count: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const obstaclesOf = (error: unknown): Obstacle[] => {
  const details = isRecord(error) && isRecord(error.details) ? error.details : {};
  if (!Array.isArray(details.obstacles)) return [];
  return details.obstacles.flatMap((each: unknown) =>
    isRecord(each) && typeof each.code === 'string' && Array.isArray(each.names) && typeof each.count === 'number'
      ? [{ code: each.code, names: each.names.map(String), count: each.count }]
      : [],
  );
};

/** Why an import cannot be undone, in the reader's language. */
export const useObstacles = () => {
  const t = useT();
  const [found, setFound] = useState<Obstacle[]>([]);
  const sentence = ({ code, names, count }: Obstacle): string => {
    const key = `import.obstacle.${code}`;
    const more = Math.max(0, count - names.length);
    return key in en ? t(key as TextKey, { names: names.join(', '), more }) : names.join(', ');
  };
  return {
    obstacles: found.map(sentence).join(' '),
    /** Keeps what an error names and passes the error on. */
    keep: (error: unknown): never => {
      setFound(obstaclesOf(error));
      throw error;
    },
  };
};
