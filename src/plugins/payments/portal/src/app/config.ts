export interface PortalConfig {
  /** Path of the plugin's content API, such as `/api/payments`. */
  readonly payments: string;
  /** Path of users-permissions' routes, such as `/api/auth`. */
  readonly auth: string;
}

/**
 * What the server wrote into the page it served: the prefix of Strapi's content API, or of the plugin's part of it. A page
 * opened without the server still has its placeholder and takes the defaults.
 */
export const readConfig = (written: string | null | undefined): PortalConfig => {
  const prefix = written?.startsWith('/') ? written.replace(/\/+$/, '').replace(/\/payments$/, '') : '/api';
  return { payments: `${prefix}/payments`, auth: `${prefix}/auth` };
};
