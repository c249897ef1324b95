import type { LiveEventName, LiveHint as LiveHintData } from '../../../contracts/live';
import type { StreamEvent } from './event-parser';

export type LiveHintKind = 'created' | 'updated' | 'withdrawn';

/** An obligation that changed. It says that there is news, not what: fetch the obligation. */
export interface LiveHint extends LiveHintData {
  kind: LiveHintKind;
}

const kinds: Partial<Record<string, LiveHintKind>> = {
  'obligation.created': 'created',
  'obligation.updated': 'updated',
  'obligation.withdrawn': 'withdrawn',
} satisfies Partial<Record<LiveEventName, LiveHintKind>>;

/** The hint that an event carries, or null: another kind of event, or malformed data, which carries no news. */
export const parseHint = ({ event, data }: StreamEvent): LiveHint | null => {
  const kind = kinds[event];
  if (kind === undefined) return null;
  try {
    const { obligation, version } = JSON.parse(data) as Partial<LiveHintData>;
    return typeof obligation === 'string' && typeof version === 'number' ? { kind, obligation, version } : null;
  } catch {
    return null;
  }
};

/** Remembers what was passed on, because a resumed stream replays the minute before `Last-Event-ID`. */
export const createNewsFilter = (): ((hint: LiveHint) => boolean) => {
  const passed = new Map<string, { version: number; withdrawn: boolean }>();
  return ({ obligation, version, kind }) => {
    const last = passed.get(obligation);
    const withdrawn = kind === 'withdrawn';
    const isNews =
      last === undefined || version > last.version || (version === last.version && withdrawn && !last.withdrawn);
    if (isNews) passed.set(obligation, { version, withdrawn });
    return isNews;
  };
};
