import { safeName, sniff } from './sniff';

const pdf = Buffer.from('%PDF-1.7\n…');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]);
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([1, 2, 3, 4]), Buffer.from('WEBPVP8 ')]);

describe('sniff', () => {
  it.each([
    ['a PDF', pdf, 'application/pdf'],
    ['a PNG', png, 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a WebP', webp, 'image/webp'],
  ])('knows %s', (_name, bytes, type) => {
    expect(sniff(bytes)?.type).toBe(type);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page that a PDF follows', Buffer.from('<script>alert(1)</script>%PDF-1.7')],
    ['a ZIP', Buffer.from([0x50, 0x4b, 3, 4, 0])],
    ['a program', Buffer.from('MZ\u0090\u0000')],
    ['a GIF', Buffer.from('GIF89a')],
    ['another RIFF', Buffer.from('RIFF1234WAVEfmt ')],
    ['the beginning of a PNG', png.subarray(0, 4)],
  ])('refuses %s', (_name, bytes) => {
    expect(sniff(bytes)).toBeNull();
  });
});

describe('safeName', () => {
  it.each([
    ['receipt.pdf', 'pdf', 'receipt.pdf'],
    ['απόδειξη.PDF', 'pdf', 'απόδειξη.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\temp\\scan.png', 'png', 'scan.png'],
    ['page.html', 'png', 'page.png'],
    ['a"; filename="b.exe', 'pdf', 'a filename=b.pdf'],
    ['gnp.\u202Eexe', 'pdf', 'gnp.pdf'],
    ['line\r\nbreak.pdf', 'pdf', 'linebreak.pdf'],
    ['.htaccess', 'pdf', 'file.pdf'],
    ['', 'jpg', 'file.jpg'],
    ['a'.repeat(300), 'jpg', `${'a'.repeat(80)}.jpg`],
  ])('%j becomes a safe name', (original, extension, expected) => {
    expect(safeName(original, extension)).toBe(expected);
  });
});
