import type { Core } from '@strapi/strapi';
import { encode } from 'uqr';
import { ConflictError, notFound } from '../http/errors';
import type { Media } from '../http/media';
import { readScope } from '../repositories/access';
import { readInstalments } from '../repositories/obligation-instalments';
import { readObligationRowOfInstalment } from '../repositories/obligations';
import { epcOf } from './epc';

/** EPC069-12: error level M, at most version 13. */
const OPTIONS = { ecc: 'M', boostEcc: false, maxVersion: 13, border: 0 } as const;

/** Light modules around the code, without which readers do not find it. */
const QUIET = 4;

/** The code as one path, black on white in every theme: a phone reads it from the screen. */
export function qrSvg(payload: string): string {
  const { data, size } = encode(payload, OPTIONS);
  const whole = size + 2 * QUIET;
  const modules = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path d="${modules.join('')}"/></svg>`
  );
}

/** QR codes that pay an instalment. */
export const qr = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws 404 for an instalment that is not theirs, 409 with the reason where no code is possible */
  async get(userId: number, instalment: string): Promise<Media> {
    const scope = await readScope(strapi, userId);
    const of = await readObligationRowOfInstalment(strapi, scope, instalment);
    const row = of && (await readInstalments(strapi, [of.id])).find(({ documentId }) => documentId === instalment);
    if (!of || !row) throw notFound('Instalment');
    if (row.state !== 'open') throw new ConflictError('Nothing is outstanding on this instalment');
    const payload = epcOf(row, of);
    if (!payload) throw new ConflictError('This institution takes no payment by QR code');
    if (!payload.ok) {
      const [problem] = payload.problems;
      throw new ConflictError(problem?.message ?? 'No QR code is possible', {
        code: problem?.code,
        params: problem?.params,
      });
    }
    return { type: 'image/svg+xml', body: qrSvg(payload.value) };
  },
});
