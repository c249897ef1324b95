import { readdirSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { createCustomerSide, password, registerPayment } from '../support/customer-side';
import type { CustomerSide } from '../support/customer-side';
import { png } from '../support/private-files';
import { startServer } from '../support/server';
import type { Server } from '../support/server';
import { eventually } from '../support/wait';

let server: Server;
let office: CustomerSide;
/** Of Boris, for requests that are written by hand. */
let token: string;

/** Of its own: files are counted, and other suites keep theirs at the same time. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'payments-attacked-'));
const uploads = mkdtempSync(path.join(os.tmpdir(), 'payments-attacked-uploads-'));

beforeAll(async () => {
  server = await startServer({ env: { TEST_PRIVATE_FOLDER: folder, TMPDIR: uploads } });
  office = await createCustomerSide(server);
  const credentials = { identifier: office.boris.email, password };
  const { body } = await office.anonymous.post<{ jwt: string }>('/api/auth/local', credentials);
  token = `Bearer ${body.jwt}`;
});

afterAll(async () => {
  await server.stop();
  for (const each of [folder, uploads]) rmSync(each, { recursive: true, force: true });
});

const MB = 1024 * 1024;
const page = '<!doctype html><script>alert(document.domain)</script>';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');
const zip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]);
const filled = (head: Buffer, size: number): Buffer => Buffer.concat([head, Buffer.alloc(size - head.length)]);

interface Sent {
  readonly bytes: Buffer;
  readonly name?: string;
  readonly type?: string;
}

/** Files that are none of what may be sent, whatever they say they are: refused, and nothing of them is kept. */
const liars: Record<string, Sent & { readonly status?: number }> = {
  'a page named as a picture': { bytes: Buffer.from(page), name: 'proof.png' },
  'a page declared as a PDF': { bytes: Buffer.from(page), name: 'proof.pdf', type: 'application/pdf' },
  'a page in UTF-7': { bytes: Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-'), name: 'proof.png' },
  'a page in UTF-16 with its mark': { bytes: Buffer.from(`\ufeff${page}`, 'utf16le'), name: 'proof.jpg' },
  'a page behind which a PDF follows': { bytes: Buffer.concat([Buffer.from(page), pdf]), name: 'proof.pdf' },
  'a picture behind one byte': { bytes: Buffer.concat([Buffer.from(' '), png]), name: 'proof.png' },
  'an SVG with a script': {
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    name: 'proof.svg',
    type: 'image/svg+xml',
  },
  'an SVG declared as a PNG': {
    bytes: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    name: 'proof.png',
  },
  'a ZIP named as a PDF': { bytes: filled(zip, 4 * MB), name: 'proof.pdf', type: 'application/pdf' },
  'a compressed stream named as a PDF': { bytes: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), name: 'proof.pdf' },
  'a program': { bytes: Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), name: 'proof.pdf' },
  'a program of Unix': { bytes: Buffer.from('\u007fELF\u0002\u0001', 'latin1'), name: 'proof.png' },
  'a script': { bytes: Buffer.from('#!/bin/sh\nrm -rf /\n'), name: 'proof.png' },
  'a GIF that is JavaScript': { bytes: Buffer.from('GIF89a=1;alert(1)//'), name: 'proof.gif', type: 'image/gif' },
  'a RIFF that is no WebP': { bytes: Buffer.from('RIFF\u0010\u0000\u0000\u0000WAVEfmt ', 'latin1'), name: 'a.webp' },
  'the first bytes of a PNG': { bytes: png.subarray(0, 6), name: 'proof.png' },
  'nothing at all': { bytes: Buffer.alloc(0), name: 'proof.pdf' },
  'one byte over the cap': { bytes: filled(png, 5 * MB + 1), name: 'proof.png', status: 413 },
};

/** Files that are what may be sent and something else as well: kept, and answered as that and nothing else. */
const polyglots: Record<string, Sent & { readonly answered: string }> = {
  'a PNG with a page in it': { bytes: Buffer.concat([png, Buffer.from(page)]), name: 'a.html', answered: 'image/png' },
  'a PDF with a page in it': { bytes: Buffer.concat([pdf, Buffer.from(page)]), answered: 'application/pdf' },
  'a JPEG that is JavaScript': {
    bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('/**/=alert(1);')]),
    name: 'a.js',
    answered: 'image/jpeg',
  },
  'a PDF with a ZIP behind it': { bytes: Buffer.concat([pdf, zip]), name: 'a.jar', answered: 'application/pdf' },
  'a picture of exactly the cap': { bytes: filled(png, 5 * MB), answered: 'image/png' },
};

/** Names that mean something to a file system, a header or an eye, and what a browser is told instead. */
const names: Record<string, readonly [sent: string, told: string]> = {
  'a path': ['../../../etc/passwd', 'passwd.png'],
  'a path of Windows': ['..\\..\\boot.ini', 'boot.png'],
  'an absolute path': ['/etc/cron.d/job', 'job.png'],
  'an encoded path': ['..%2f..%2fpasswd.png', '2f..2fpasswd.png'],
  'a reversed extension': ['invoice\u202Egnp.exe', 'invoicegnp.png'],
  'marks that no eye sees': ['a\u200b\u2066b\u2069\ufeff.png', 'ab.png'],
  'control characters': ['a\u0001\u007f\u0085b.png', 'ab.png'],
  'a tag': ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
  'a parameter of its own': ["a;filename*=UTF-8''evil.exe", "afilename=UTF-8''evil.png"],
  'a device': ['.', 'file.png'],
  'a hidden file': ['.htaccess', 'file.png'],
  'five hundred letters': [`${'α'.repeat(500)}.png`, `${'α'.repeat(80)}.png`],
};

interface Target {
  readonly payment: string;
  readonly instalment: string;
}

let payments = 0;
const newInstalment = async (customer: string): Promise<Target> => {
  payments += 1;
  const { documentId, instalments } = await registerPayment(office, {
    customer,
    title: `Attacked ${payments}`,
    instalments: [{ amount: '10.00', date: '2026-12-31' }],
    more: { confirmed: ['duplicate'] },
  });
  return { payment: documentId, instalment: instalments[0]?.documentId ?? '' };
};

const form = ({ bytes, name = 'proof.png', type = 'image/png' }: Sent): FormData => {
  const body = new FormData();
  body.set('paidOn', '2026-11-20');
  body.set('amount', '10.00');
  body.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return body;
};

type Created = { data: { documentId: string } };

/** Receipts are limited to what one person sends, so that the two share the attacks. */
const sendAs = async (who: 'eleni' | 'boris', file: Sent) => {
  const { papadaki, boreas } = office.customers;
  const { instalment } = await newInstalment(who === 'eleni' ? papadaki : boreas);
  return office[who].http.post<Created>(`/api/payments/instalments/${instalment}/receipts`, form(file));
};

const sendByLink = async (file: Sent) => {
  const { payment, instalment } = await newInstalment(office.customers.papadaki);
  const link = await server.evaluate(
    async ({ strapi }, { contact, payment }) =>
      (await strapi.plugin('payments').service('tokens').issueLinks([{ contact, payment }]))[0] as string,
    { contact: office.eleni.contact, payment },
  );
  const body = form(file);
  body.set('instalment', instalment);
  return office.anonymous.post<Created>(`/api/payments/links/${link}/receipts`, body);
};

const kept = (where = folder): string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

describe('a file that lies', () => {
  it.each(Object.entries(liars))('is refused, and nothing of it is kept: %s', async (_name, file) => {
    const before = kept();
    expect((await sendAs('eleni', file)).status).toBe(file.status ?? 400);
    expect(kept()).toEqual(before);
    expect(kept(uploads)).toEqual([]);
  });

  it.each(Object.entries(liars))('is refused through the link of a mail as well: %s', async (_name, file) => {
    const before = kept();
    expect((await sendByLink(file)).status).toBe(file.status ?? 400);
    expect(kept()).toEqual(before);
    expect(kept(uploads)).toEqual([]);
  });
});

const receive = async (sent: Sent) => {
  const { status, body } = await sendAs('boris', sent);
  expect(status).toBe(201);
  return office.boris.http.raw('GET', `/api/payments/receipts/${body.data.documentId}/file`);
};

/** What keeps a browser from running or guessing what it got. */
const isInert = ({ headers }: Response): void => {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox/);
  expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
};

describe('a file that is two things', () => {
  it.each(Object.entries(polyglots))('is answered as the harmless one, to be saved: %s', async (_name, sent) => {
    const response = await receive(sent);
    isInert(response);
    expect(response.headers.get('content-type')).toBe(sent.answered);
    expect(Buffer.from(await response.arrayBuffer()).equals(sent.bytes)).toBe(true);
  });
});

describe('the name of a file', () => {
  it.each(Object.entries(names))('means nothing to a folder, a header or an eye: %s', async (_name, [name, told]) => {
    const response = await receive({ bytes: png, name });
    isInert(response);
    const header = response.headers.get('content-disposition') ?? '';
    const [, plain = '', encoded = ''] = /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(header) ?? [];
    expect(plain).toMatch(/^[\x20-\x7e]+\.png$/);
    expect(decodeURIComponent(encoded)).toBe(told);
    expect(kept().every((stored) => /^[0-9a-f]{48}\.(png|pdf|jpg|webp)$/.test(stored))).toBe(true);
  });

  it('cannot add a header line, whatever its bytes say', async () => {
    const { instalment } = await newInstalment(office.customers.boreas);
    const response = await sendRaw(instalment, 'a.png\r\nX-Evil: 1');
    expect(response).not.toMatch(/^x-evil/im);
    expect(response).toMatch(/^HTTP\/1\.1 (201|400)/);
  });
});

/** A request written by hand: no client lets such a name through. `cut` ends the connection before the file does. */
const sendRaw = (instalment: string, name: string, cut = false): Promise<string> => {
  const part = (head: string, body: string) => `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const body = Buffer.concat([
    Buffer.from(part('name="paidOn"', '2026-11-20') + part('name="amount"', '10.00')),
    Buffer.from(`--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    png,
    Buffer.from('\r\n--edge--\r\n'),
  ]);
  const head = [
    `POST /api/payments/instalments/${instalment}/receipts HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: ${token}`,
    'Content-Type: multipart/form-data; boundary=edge',
    `Content-Length: ${cut ? body.length + 1_000_000 : body.length}`,
    'Connection: close',
  ].join('\r\n');
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const socket = net.connect(Number(port), hostname);
    let text = '';
    socket.on('data', (data) => void (text += String(data)));
    socket.on('error', reject).on('close', () => resolve(text));
    socket.write(`${head}\r\n\r\n`);
    socket.write(body, () => void (cut && socket.destroy()));
  });
};

describe('a file that', () => {
  it('breaks off half way leaves no receipt and no file', async () => {
    const { instalment } = await newInstalment(office.customers.boreas);
    const before = kept();
    await sendRaw(instalment, 'proof.png', true);
    await eventually(() => kept(uploads).length === 0, 'nothing of the broken upload is left');
    expect(kept()).toEqual(before);
    const claim = { paidOn: '2026-11-20', amount: '10.00' };
    expect((await office.boris.http.post(`/api/payments/instalments/${instalment}/receipts`, claim)).status).toBe(201);
  });

  it('is gone from the storage is a 404 to whoever asks, and told to whoever runs the server', async () => {
    const { body } = await sendAs('boris', { bytes: png });
    const address = `/api/payments/receipts/${body.data.documentId}/file`;
    expect((await office.boris.http.get(address)).status).toBe(200);
    for (const name of kept()) rmSync(path.join(folder, name.slice(0, 2), name));
    expect((await office.boris.http.get(address)).status).toBe(404);
    expect((await office.admin.get(`/payments/receipts/${body.data.documentId}/file`)).status).toBe(404);
    expect(server.output()).toMatch(/file \w+ is not in the storage any more/);
  });
});
