import type { Core } from '@strapi/strapi';
import { routes } from '../../../contracts';
import { PLUGIN_ID } from '../constants';

const PERMISSION_UID = 'plugin::users-permissions.permission';
const ROLE_UID = 'plugin::users-permissions.role';

/** The actions of the contact's routes, as users-permissions names them. */
export const contactActions: readonly string[] = routes
  .filter(({ scope }) => scope === 'contact')
  .map(({ id }) => `plugin::${PLUGIN_ID}.contact.${id}`);

interface Store {
  get(): Promise<Granted | null>;
  set(value: Granted): Promise<void>;
}

interface Granted {
  /** Actions that were granted once, whatever became of them. */
  readonly granted: readonly string[];
  /** Actions that were taken away while the plugin was running to see it. */
  readonly taken: readonly string[];
}

const storeOf = (strapi: Core.Strapi): Store => {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'contact-actions' });
  return {
    get: async () => (await store.get({})) as Granted | null,
    set: async (value) => {
      await store.set({ value });
    },
  };
};

/** Changes of the store follow each other: an administrator's save takes several actions away at once. */
const queues = new WeakMap<Core.Strapi, Promise<void>>();

async function change(strapi: Core.Strapi, apply: (granted: Granted) => Granted): Promise<void> {
  const store = storeOf(strapi);
  const turn = (queues.get(strapi) ?? Promise.resolve()).then(async () =>
    store.set(apply((await store.get()) ?? { granted: [], taken: [] })),
  );
  queues.set(
    strapi,
    turn.catch(() => undefined),
  );
  await turn;
}

async function authenticatedRole(strapi: Core.Strapi): Promise<number | null> {
  const role = (await strapi.db.query(ROLE_UID).findOne({ where: { type: 'authenticated' } })) as { id: number } | null;
  return role && Number(role.id);
}

async function actionsOf(strapi: Core.Strapi, role: number): Promise<ReadonlySet<string>> {
  const rows = (await strapi.db.query(PERMISSION_UID).findMany({
    where: { action: { $in: [...contactActions] }, role: { id: role } },
  })) as { action: string }[];
  return new Set(rows.map(({ action }) => action));
}

/**
 * Lets the role *Authenticated* use the contact's routes: each action once, at the first start that knows it. What an administrator takes away stays away.
 * A start without the plugin is another matter: users-permissions then sweeps away all actions of a plugin that is not there, and these are granted again.
 */
export async function grantOnce(strapi: Core.Strapi): Promise<void> {
  const plugin = strapi.plugin('users-permissions');
  if (!plugin) return;
  // Granting before users-permissions made its own defaults would keep it from making them.
  await plugin.service('users-permissions').initialize();
  const role = await authenticatedRole(strapi);
  if (role === null) return;
  const { granted, taken } = (await storeOf(strapi).get()) ?? { granted: [], taken: [] };
  const held = await actionsOf(strapi, role);
  const swept = held.size === 0;
  const missing = contactActions.filter(
    (action) => !held.has(action) && !taken.includes(action) && (swept || !granted.includes(action)),
  );
  for (const action of missing) await strapi.db.query(PERMISSION_UID).create({ data: { action, role } });
  await change(strapi, (stored) => ({ ...stored, granted: contactActions }));
}

interface DeleteEvent {
  params: { where?: unknown };
  state: Record<string, unknown>;
}

/** Remembers what an administrator takes away from *Authenticated*, and forgets it when it is given back. */
export function watchGrants(strapi: Core.Strapi): void {
  const beforeDelete = async ({ params, state }: DeleteEvent) => {
    const rows = (await strapi.db.query(PERMISSION_UID).findMany({
      where: { $and: [params.where ?? {}, { action: { $in: [...contactActions] }, role: { type: 'authenticated' } }] },
    })) as { action: string }[];
    state.paymentsTaken = rows.map(({ action }) => action);
  };
  const afterDelete = async ({ state }: DeleteEvent) => {
    const actions = (state.paymentsTaken as string[] | undefined) ?? [];
    if (actions.length === 0) return;
    await change(strapi, (stored) => ({ ...stored, taken: [...new Set([...stored.taken, ...actions])] }));
  };
  strapi.db.lifecycles.subscribe({
    models: [PERMISSION_UID],
    beforeDelete,
    beforeDeleteMany: beforeDelete,
    afterDelete,
    afterDeleteMany: afterDelete,
    afterCreate: async ({ params }) => {
      const action = (params.data as { action?: string } | undefined)?.action ?? '';
      if (!contactActions.includes(action)) return;
      await change(strapi, (stored) => ({ ...stored, taken: stored.taken.filter((taken) => taken !== action) }));
    },
  });
}
