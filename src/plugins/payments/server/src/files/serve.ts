import type { Core } from '@strapi/strapi';
import { notFound } from '../http/errors';
import type { Media } from '../http/media';
import type { StoredAttachment } from '../repositories/payment-record';
import { fileStore } from './store';

/**
 * A stored file, to be saved under its name.
 *
 * @throws 404 where the storage has it no more, as after a backup without the files; the log says so to whoever runs the server
 */
export async function serveFile(strapi: Core.Strapi, { id, type, name, key }: StoredAttachment): Promise<Media> {
  const body = await (await fileStore(strapi)).read(key);
  if (!body) {
    strapi.log.error(`payments: file ${id} is not in the storage any more`);
    throw notFound('File');
  }
  return { type, filename: name, body };
}
