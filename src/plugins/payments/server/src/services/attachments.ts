import type { Core } from '@strapi/strapi';
import { serveFile } from '../files/serve';
import { notFound } from '../http/errors';
import type { Media } from '../http/media';
import { readScope } from '../repositories/access';
import { readStoredAttachments } from '../repositories/obligations';

/** The files that the office attached to obligations. */
export const attachments = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws 404 for a file of an obligation that is not theirs, as for none */
  async get(userId: number, obligation: string, id: string): Promise<Media> {
    const stored = await readStoredAttachments(strapi, await readScope(strapi, userId), obligation);
    const file = stored.find((each) => String(each.id) === id);
    if (!file) throw notFound('File');
    return serveFile(strapi, file);
  },
});
