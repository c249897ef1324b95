import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readXlsx } from './xlsx';
import { UnsafeArchive, unpackWithinLimits } from './zip-guard';

const office = readFileSync(path.resolve(__dirname, '../../../../../../tests/fixtures/import/office.xlsx'));

interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the directory claims that it unpacks to; the truth unless told. */
  readonly claimed?: number;
}

/** A ZIP archive as the format has it, checksums left out: nobody here looks at them. */
function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimed = bytes.length } of entries) {
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46);
    files.push(local, packed);
    directory.push(entry);
    offset += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const parts = unpackWithinLimits(office);

/** The workbook with another first sheet. */
const withSheet = (change: (xml: string) => string): Buffer =>
  zip(
    parts.map(({ name, bytes }) => ({
      name,
      bytes: name.endsWith('sheet1.xml') ? Buffer.from(change(bytes.toString())) : bytes,
    })),
  );

describe('a workbook', () => {
  test('is read with its lines, numbers as they are written, and dates as days', async () => {
    const rows = await readXlsx(office);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 6, 7]);
    expect(rows[1]?.cells[4]).toEqual({ text: '1234.5', isNumber: true });
    expect(rows[1]?.cells[5]).toEqual({ text: '2026-12-31', day: '2026-12-31' });
    expect(rows[1]?.cells[6]).toEqual({ text: '=1+1' });
    expect(rows[3]?.cells[3]?.text).toBe('9.42592161234567e+29');
  });

  test('is the same once it was packed anew', async () => {
    expect(await readXlsx(withSheet((xml) => xml))).toEqual(await readXlsx(office));
  });
});

describe('what no office sends', () => {
  const zeros = Buffer.alloc(100 * 1024 * 1024);

  test.each<[string, () => Buffer]>([
    ['a bomb', () => zip([...parts, { name: 'xl/bomb.xml', bytes: zeros }])],
    ['a bomb that claims to be small', () => zip([...parts, { name: 'xl/bomb.xml', bytes: zeros, claimed: 1000 }])],
    [
      'many files that are one together',
      () =>
        zip(
          Array.from({ length: 12 }, (_, index) => ({
            name: `${index}.xml`,
            bytes: zeros.subarray(0, 10 * 1024 * 1024),
          })),
        ),
    ],
    [
      'very many files',
      () => zip(Array.from({ length: 501 }, (_, index) => ({ name: `${index}`, bytes: Buffer.alloc(1) }))),
    ],
    ['a size that is a lie', () => zip([...parts, { name: 'xl/a.xml', bytes: Buffer.from('<a/>'), claimed: 5 }])],
    ['a line beyond all sheets', () => withSheet((xml) => xml.replace(/<row r="7"/, '<row r="999999999"'))],
    ['a column beyond all sheets', () => withSheet((xml) => xml.replace(/r="A7"/, 'r="ZZZZZ7"'))],
    ['a position that is hidden', () => withSheet((xml) => xml.replace(/<row r="7"/, '<row r="&#57;99999999"'))],
    ['no archive', () => Buffer.from('PK\u0003\u0004 and no more')],
    ['a broken archive', () => office.subarray(0, office.length - 40)],
    ['an archive of something else', () => zip([{ name: 'readme.txt', bytes: Buffer.from('hello') }])],
  ])('%s is refused', async (_what, archive) => {
    await expect(readXlsx(archive())).rejects.toThrow(UnsafeArchive);
  });

  test('entities are not expanded', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const rows = await readXlsx(withSheet((xml) => xml.replace(/(<\?xml[^>]*>)?/, `$1${bomb}`))).catch(() => []);
    expect(JSON.stringify(rows)).not.toContain('aaaaaaaaaaaaaaaaaaaa');
  });
});
