import type { Server } from './server';

/** Bytes that are a PNG to whoever looks at their beginning. */
export const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 7)]);

/** Puts a file into the private folder and attaches it to a payment, under the id `a1`; past the hooks, which let no script do so. */
export const attachFile = (
  server: Pick<Server, 'evaluate'>,
  payment: string,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<void> =>
  server.evaluate(
    async ({ strapi, require }, { payment, name, bytes }) => {
      const { mkdirSync, writeFileSync } = require('node:fs');
      const { randomBytes } = require('node:crypto');
      const { join, resolve } = require('node:path');
      const key = `${randomBytes(24).toString('hex')}.png`;
      const configured = strapi.plugin('payments').config<string>('privateFolder');
      const folder = join(resolve(strapi.dirs.app.root, configured), key.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      const content = Buffer.from(bytes, 'base64');
      writeFileSync(join(folder, key), content);
      const attachments = [{ id: 'a1', name, size: content.length, type: 'image/png', key }];
      await strapi.db
        .connection('payments_payments')
        .where({ document_id: payment })
        .update({ attachments: JSON.stringify(attachments) });
    },
    { payment, name, bytes: bytes.toString('base64') },
  );
