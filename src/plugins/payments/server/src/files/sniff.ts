/** A kind of file that people may hand in, told by its first bytes: names and declared types are the sender's word. */
interface Kind {
  readonly type: string;
  readonly extension: string;
  matches(bytes: Buffer): boolean;
}

const startsWith =
  (...signature: readonly number[]) =>
  (bytes: Buffer): boolean =>
    bytes.length > signature.length && signature.every((byte, index) => bytes[index] === byte);

const kinds: readonly Kind[] = [
  {
    type: 'application/pdf',
    extension: 'pdf',
    matches: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
  },
  { type: 'image/jpeg', extension: 'jpg', matches: startsWith(0xff, 0xd8, 0xff) },
  { type: 'image/png', extension: 'png', matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  {
    type: 'image/webp',
    extension: 'webp',
    matches: (bytes) => /^RIFF[\s\S]{4}WEBP/.test(bytes.subarray(0, 12).toString('latin1')),
  },
];

/** What a file is by its content, or null for anything but a PDF, JPEG, PNG or WebP. */
export function sniff(bytes: Buffer): { readonly type: string; readonly extension: string } | null {
  const kind = kinds.find(({ matches }) => matches(bytes));
  return kind ? { type: kind.type, extension: kind.extension } : null;
}

const MOST_NAME = 80;

/**
 * A name under which a file can be saved anywhere: without its folder, without characters that control, reverse or quote, and with the extension
 * of what it is.
 */
export function safeName(original: string, extension: string): string {
  const base = original.split(/[\\/]/).pop() ?? '';
  const cleaned = base
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}<>:"|?*%;]+/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...cleaned].slice(0, MOST_NAME).join('') || 'file'}.${extension}`;
}
