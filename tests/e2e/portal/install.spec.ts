import { expect, test } from './portal-test';

interface Manifest {
  readonly id: string;
  readonly start_url: string;
  readonly display: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
}

test('the portal can be put on the home screen, and opens there as an application of its own @journey', async ({
  page,
  portal,
  request,
}) => {
  await portal.open();
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Playwright's windows are private ones, from which nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { errors, url, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);

  const manifest = JSON.parse(data ?? '') as Manifest;
  expect(manifest.display).toBe('standalone');
  expect(new URL(manifest.start_url, url).pathname).toBe('/portal/');
  for (const { src, sizes } of manifest.icons) {
    const address = new URL(src, url).href;
    expect((await request.get(address)).status()).toBe(200);
    if (sizes === 'any') continue;
    const size = await page.evaluate(async (href) => {
      const image = await createImageBitmap(await (await fetch(href)).blob());
      return `${image.width}x${image.height}`;
    }, address);
    expect([src, size]).toEqual([src, sizes]);
  }
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
});
