import type { Core } from '@strapi/strapi';
import type { PaymentsConfig } from '../config';
import type { services } from './index';

type Services = typeof services;
export type ServiceName = keyof Services;

/** One of the plugin's services, with its type. */
export const getService = <Name extends ServiceName>(strapi: Core.Strapi, name: Name): ReturnType<Services[Name]> =>
  strapi.plugin('payments').service(name) as ReturnType<Services[Name]>;

/** One key of the host's configuration of the plugin. */
export const getConfig = <Key extends keyof PaymentsConfig>(strapi: Core.Strapi, key: Key): PaymentsConfig[Key] =>
  strapi.plugin('payments').config<PaymentsConfig[Key]>(key);
