import { useMemo } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import type { StaffAction } from '../../../contracts/route';
import { permission } from '../permissions';

/** Whether the signed-in member of staff may do this; the server asks again. */
export type Allowed = (action: StaffAction) => boolean;

export const useAllowed = (): Allowed => {
  const permissions = useAuth('useAllowed', (auth) => auth.permissions);
  return useMemo(() => {
    const actions = new Set(permissions.map(({ action }) => action));
    return (action) => actions.has(permission(action).action);
  }, [permissions]);
};
