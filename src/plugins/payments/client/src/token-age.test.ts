import { renewalTime } from './token-age';

const token = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

describe('when to renew an access token', () => {
  it.each([
    ['ten minutes', token({ iat: 1000, exp: 1600 }), 570_000],
    [
      "a phone whose clock is wrong: only the lifetime counts, not the token's dates",
      token({ iat: 0, exp: 600 }),
      570_000,
    ],
    ['a very short token', token({ iat: 1000, exp: 1020 }), 10_000],
    ['without claims', token({}), Number.POSITIVE_INFINITY],
    ['not a token at all', 'opaque', Number.POSITIVE_INFINITY],
  ])('%s', (_name, jwt, after) => {
    const now = 1_800_000_000_000;
    expect(renewalTime(jwt, now)).toBe(now + after);
  });
});
