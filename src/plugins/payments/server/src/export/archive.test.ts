import { unzipSync } from 'fflate';

import type { CustomerFile } from '../repositories/customer-files';
import { archivePaths, zipStream } from './archive';

const file = (payment: string, name: string): CustomerFile => ({
  ...{ id: 'a', key: 'k', size: 1, type: 'image/png' },
  ...{ of: 'attachment', payment, name },
});

const bytes = (text: string) => new TextEncoder().encode(text);

it('packs files one after the other, under names in any language', async () => {
  const order: string[] = [];
  const entry = (path: string, packed: boolean) => ({
    path,
    packed,
    read: () => {
      order.push(path);
      return Promise.resolve(bytes(`${path} `.repeat(10_000)));
    },
  });
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream([entry('data.json', false), entry('files/P-1/απόδειξη.png', true)])) {
    chunks.push(chunk as Buffer);
  }
  const unpacked = unzipSync(Buffer.concat(chunks));
  expect(Object.keys(unpacked)).toEqual(order);
  expect(order).toEqual(['data.json', 'files/P-1/απόδειξη.png']);
  for (const path of order) expect(Buffer.from(unpacked[path] ?? []).toString()).toBe(`${path} `.repeat(10_000));
});

it('ends with the error of what could not be read', async () => {
  const read = () => Promise.reject(new Error('gone'));
  const stream = zipStream([{ path: 'a', packed: true, read }]);
  await expect(stream.toArray()).rejects.toThrow('gone');
});

it('gives each file a place of its own, and leads out of no folder', () => {
  const files = [
    file('P-1', 'scan.png'),
    file('P-1', 'Scan.png'),
    file('P-2', 'scan.png'),
    file('../P', '../../etc/passwd'),
    file('P-3', '..'),
    file('P-3', ''),
  ];
  const paths = archivePaths(files);
  expect(paths.slice(0, 3)).toEqual(['files/P-1/scan.png', 'files/P-1/2-Scan.png', 'files/P-2/scan.png']);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(files.length);
  for (const path of paths) {
    expect(path.split('/')).toHaveLength(3);
    expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)|\/$/);
  }
});
