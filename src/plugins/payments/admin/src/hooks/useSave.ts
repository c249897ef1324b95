import { useCallback, useRef, useState } from 'react';
import { failureOf } from '../services/failure';
import type { Confirmation, Failure } from '../services/failure';

/** Warnings that the server asks to confirm. */
export type Confirmed = Array<'wrong-customer' | 'duplicate'>;

interface Request<T> {
  /** Sends; called again with the codes of the warnings that staff confirmed: those of a payment, and all of them. */
  send: (confirmed: Confirmed, all: readonly string[]) => Promise<T>;
  saved: (answer: T) => void;
}

export interface Save<T> {
  busy: boolean;
  failure: Failure | null;
  /** Warnings to confirm, while they are asked. */
  confirm: Confirmation[];
  run: (send: Request<T>['send'], saved: Request<T>['saved']) => Promise<void>;
  /** Sends again what was asked about. */
  accept: () => Promise<void>;
  /** Takes back what was refused, or the question. */
  dismiss: () => void;
}

const isConfirmable = (code: string): code is Confirmed[number] => code === 'wrong-customer' || code === 'duplicate';

/** One save button: sends, keeps what was refused, and asks where the server wants a warning confirmed. */
export const useSave = <T>(onConflict?: (failure: Failure) => void): Save<T> => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const request = useRef<Request<T>>();

  const attempt = useCallback(
    async ({ send, saved }: Request<T>, confirmed: readonly string[]) => {
      setBusy(true);
      setFailure(null);
      try {
        saved(await send(confirmed.filter(isConfirmable), confirmed));
      } catch (error) {
        const refused = failureOf(error);
        if (refused.status === 409 && onConflict) onConflict(refused);
        else setFailure(refused);
      } finally {
        setBusy(false);
      }
    },
    [onConflict],
  );

  return {
    busy,
    failure: failure && failure.confirm.length === 0 ? failure : null,
    confirm: failure?.confirm ?? [],
    run: (send, saved) => {
      request.current = { send, saved };
      return attempt(request.current, []);
    },
    accept: async () => {
      const codes = [...new Set(failure?.confirm.map(({ code }) => code) ?? [])];
      if (request.current) await attempt(request.current, codes);
    },
    dismiss: () => setFailure(null),
  };
};
