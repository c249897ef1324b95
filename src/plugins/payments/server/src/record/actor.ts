import type { Core } from '@strapi/strapi';

/** Who makes a change. Ids of administrators and of users both start at 1, so the kind belongs to the id. */
export interface Actor {
  readonly kind: 'admin' | 'contact' | 'system' | 'script';
  readonly id: string | null;
  /** As history shows it; null where nobody's name is known. */
  readonly name: string | null;
}

/** In whose name, and how loudly, the writes inside are recorded. */
export interface Intent {
  readonly actor: Actor;
  /** Whether contacts are told by email. */
  readonly loud: boolean;
  /** Why, in words that history shows staff and customer, and that the mail says: a decree's reference. */
  readonly reason?: string | null;
  /** DocumentId of the change for many that this is part of: a contact is told of all its payments in one mail. */
  readonly batch?: string;
}

export const SYSTEM: Actor = { kind: 'system', id: null, name: null };
const SCRIPT: Actor = { kind: 'script', id: null, name: null };

interface RequestState {
  route?: { info?: { type?: string } };
  user?: { id?: number | string; firstname?: string | null; lastname?: string | null; username?: string | null };
}

/** The actor of an admin or content-API request, or null where there is none. */
export function actorOfRequest(state: RequestState | undefined): Actor | null {
  const user = state?.user;
  if (user?.id === undefined) return null;
  const full = [user.firstname, user.lastname].filter(Boolean).join(' ');
  const kind = state?.route?.info?.type === 'admin' ? 'admin' : 'contact';
  return { kind, id: String(user.id), name: full || user.username || null };
}

/** The intent of a write that comes from elsewhere: loud, in the name of the request's user, else a script's. */
export function currentIntent(strapi: Core.Strapi): Intent {
  const request = strapi.requestContext.get() as { state?: RequestState } | undefined;
  return { actor: actorOfRequest(request?.state) ?? SCRIPT, loud: true };
}
