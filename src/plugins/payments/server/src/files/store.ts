import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { getConfig } from '../services/get-service';

/** Where private files lie. A key is random, made here, and never leaves the server. */
export interface FileStore {
  save(bytes: Buffer, type: string, extension: string): Promise<string>;
  /** Null where the file is gone; throws where the storage cannot tell. */
  read(key: string): Promise<Buffer | null>;
  remove(key: string): Promise<void>;
}

const newName = () => randomBytes(24).toString('hex');

/** A folder outside of what Strapi serves. Keys are checked, though only ours are ever asked for. */
function folderStore(folder: string): FileStore {
  const pathOf = (key: string): string => {
    if (!/^[a-f0-9]{48}\.[a-z]{3,4}$/.test(key)) throw new Error('payments: not the key of a file');
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    async save(bytes, _type, extension) {
      const key = `${newName()}.${extension}`;
      const file = pathOf(key);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, bytes, { flag: 'wx', mode: 0o600 });
      return key;
    },
    read: (key) =>
      readFile(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** What of the Upload plugin's provider is used here. */
interface UploadProvider {
  isPrivate?(): boolean | Promise<boolean>;
  upload(file: object): Promise<void>;
  delete(file: object): Promise<void>;
  getSignedUrl(file: object): Promise<{ url: string }>;
}

/** The host's own storage, such as a bucket, where it is private. */
function providerStore(provider: UploadProvider): FileStore {
  const fileOf = (key: string) => {
    const ext = path.extname(key);
    return { name: key, hash: path.basename(key, ext), ext, path: 'payments', url: key, provider_metadata: null };
  };
  return {
    async save(bytes, type, extension) {
      const key = `${newName()}.${extension}`;
      const file = { ...fileOf(key), url: undefined, mime: type, size: bytes.length / 1000, buffer: bytes };
      await provider.upload(file);
      return String(file.url ?? key);
    },
    async read(key) {
      const { url } = await provider.getSignedUrl(fileOf(key));
      const response = await fetch(url);
      if (response.status === 404 || response.status === 410) return null;
      if (!response.ok) throw new Error(`payments: the storage answered ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    remove: (key) => provider.delete(fileOf(key)),
  };
}

/** The Upload plugin's provider where it keeps files private. */
async function privateProvider(strapi: Core.Strapi): Promise<UploadProvider | null> {
  const provider = (strapi.plugin('upload') as { provider?: UploadProvider } | undefined)?.provider;
  return provider && (await provider.isPrivate?.()) ? provider : null;
}

/** Which of the two stores this host has. */
export const storageKind = async (strapi: Core.Strapi): Promise<'provider' | 'folder'> =>
  (await privateProvider(strapi)) ? 'provider' : 'folder';

/** The Upload plugin's provider where it keeps files private, else a folder of our own. */
export async function fileStore(strapi: Core.Strapi): Promise<FileStore> {
  const provider = await privateProvider(strapi);
  if (provider) return providerStore(provider);
  return folderStore(path.resolve(strapi.dirs.app.root, getConfig(strapi, 'privateFolder')));
}
