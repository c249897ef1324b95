import type { Core } from '@strapi/strapi';
import { readScope } from '../repositories/access';
import type { Scope } from '../repositories/access';

/** Who may see what. */
export const access = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The customers that a users-permissions user acts for. */
  of: (userId: number): Promise<Scope> => readScope(strapi, userId),
});
