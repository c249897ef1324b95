import type { StaffAction } from '../../contracts/route';

interface StaffPermission {
  action: string;
  /** The plugin's actions have no subject; `Page.Protect` compares it, so it must be null and not absent. */
  subject: null;
}

/** The permission that the server's route of the same action asks for. */
export const permission = (action: StaffAction): StaffPermission => ({
  action: `plugin::payments.${action}`,
  subject: null,
});

export const READ = [permission('read')];
export const CREATE = [permission('create')];
export const UPDATE = [permission('update')];
export const IMPORT = [permission('import')];
export const SETTLE = [permission('settle')];
export const INSTITUTIONS = [permission('institutions')];
export const SETTINGS = [permission('settings')];
