import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { StoredAttachment } from '../repositories/payment-record';
import type { ReceivedFile } from './received';
import { fileStore } from './store';

/**
 * Stores files for as long as what points to them takes to be written: where `write` fails nothing of them is kept.
 *
 * @param write commits what points to the files; nothing that may fail after the commit belongs into it
 */
export async function keepFiles<T>(
  strapi: Core.Strapi,
  received: readonly ReceivedFile[],
  write: (stored: StoredAttachment[]) => Promise<T>,
): Promise<T> {
  const store = await fileStore(strapi);
  const stored: StoredAttachment[] = [];
  try {
    for (const { bytes, name, type, extension } of received) {
      const key = await store.save(bytes, type, extension);
      stored.push({ id: createId(), name, size: bytes.length, type, key });
    }
    return await write(stored);
  } catch (error) {
    await Promise.all(stored.map(({ key }) => store.remove(key)));
    throw error;
  }
}
