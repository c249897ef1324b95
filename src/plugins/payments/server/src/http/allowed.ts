import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { BulkAction } from '../../../contracts/bulk';
import type { StaffAction } from '../../../contracts/route';
import { PLUGIN_ID } from '../constants';

/** What each action on many asks for: the same as the action on one. */
export const bulkPermission: Readonly<Record<BulkAction, StaffAction>> = {
  remind: 'send',
  pause: 'update',
  resume: 'update',
  settle: 'settle',
  cancel: 'update',
};

interface StaffState {
  readonly userAbility?: { can(action: string): boolean };
}

/** For routes whose permission depends on what is asked. @throws 403 */
export function requireAction(ctx: Context, action: StaffAction): void {
  const { userAbility } = ctx.state as StaffState;
  if (userAbility?.can(`plugin::${PLUGIN_ID}.${action}`) !== true) throw new errors.ForbiddenError();
}
