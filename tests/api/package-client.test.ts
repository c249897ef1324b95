import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

import { root } from '../support/paths';

/** What a site's bundler makes of a page that uses this much of the client. */
const bundle = async (code: string) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs).filter((name) => name !== '<stdin>');
  return { text: outputFiles[0]?.text ?? '', inputs };
};

const use = (...names: string[]) =>
  bundle(`import { ${names.join()} } from 'strapi-plugin-payments/client'; globalThis.used = [${names.join()}];`);

describe('the client as a site installs it', () => {
  it('is one file that depends on nothing: no React, no zod, no other package', async () => {
    const { inputs } = await bundle(`export * from 'strapi-plugin-payments/client';`);
    expect(inputs).toEqual(['src/plugins/payments/dist/client/index.mjs']);
    for (const file of ['index.mjs', 'index.js']) {
      const text = readFileSync(path.join(root, 'src/plugins/payments/dist/client', file), 'utf8');
      expect(text).not.toMatch(/\bfrom ['"][^.]|require\(|import\(/);
    }
  });

  it('leaves out what a page does not use', async () => {
    const [all, link, client, nothing] = await Promise.all([
      use('createPaymentsClient', 'createPaymentsLink', 'createSession', 'unsubscribe', 'PaymentsError'),
      use('createPaymentsLink'),
      use('createPaymentsClient'),
      bundle(`import 'strapi-plugin-payments/client';`),
    ]);
    expect(nothing.text).toBe('');
    expect(all.text).toMatch(/event-stream[\s\S]*refresh|refresh[\s\S]*event-stream/);
    expect(link.text).not.toMatch(/event-stream|refreshToken|listObligations/);
    expect(client.text).not.toMatch(/refreshToken|password-resets/);
    expect(link.text.length).toBeLessThan(3_000);
    expect(all.text.length).toBeLessThan(10_000);
    expect(gzipSync(all.text).length).toBeLessThan(4_000);
  });

  it('says its types without a package that a site would have to install', () => {
    const types = readFileSync(path.join(root, 'src/plugins/payments/dist/types/client/src/index.d.ts'), 'utf8');
    expect(types).not.toMatch(/from ['"][^.]/);
  });
});
