import type { Core } from '@strapi/strapi';
import { getConfig } from './get-service';

/** The address of this Strapi as customers reach it, without a slash at its end. */
export function publicUrl(strapi: Core.Strapi): string {
  const configured = getConfig(strapi, 'publicUrl') ?? strapi.config.get<string>('server.url', '');
  if (/^https?:\/\//.test(configured)) return configured.replace(/\/+$/, '');
  const host = strapi.config.get<string>('server.host', 'localhost').replace('0.0.0.0', 'localhost');
  return `http://${host}:${strapi.config.get<number>('server.port', 1337)}`;
}

/** The admin as staff reach it, for links in their mail. */
export function adminUrl(strapi: Core.Strapi): string {
  const configured = strapi.config.get<string>('admin.absoluteUrl', '');
  return /^https?:\/\//.test(configured) ? configured.replace(/\/+$/, '') : `${publicUrl(strapi)}/admin`;
}

/** The plugin's content API as customers reach it. */
export const contentApiUrl = (strapi: Core.Strapi): string =>
  `${publicUrl(strapi)}${strapi.config.get<string>('api.rest.prefix', '/api')}/payments`;

/**
 * An address of the portal that carries a secret, behind `#`: what stands there reaches no server, no log and no other site. Null where the host serves no
 * portal.
 */
export function portalAddress(
  strapi: Core.Strapi,
  page: 'invitation' | 'link' | 'unsubscribe',
  token: string,
): string | null {
  const portalPath = getConfig(strapi, 'portalPath');
  return portalPath === false ? null : `${publicUrl(strapi)}${portalPath}/${page}#${token}`;
}
