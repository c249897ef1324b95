import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSession } from './session';
import type { Session } from './session';
import { answerJson, bodyOf, startTestServer } from './test-server';
import type { TestServer } from './test-server';

const claims = (iat: number, exp: number): string =>
  `x.${Buffer.from(JSON.stringify({ iat, exp })).toString('base64url')}.y`;

/** Ten minutes, as users-permissions gives them; the number tells tokens apart. */
const lasting = (number: number): string => claims(number, number + 600);
/** Expired on arrival. */
const stale = (number: number): string => claims(number, number);

interface Call {
  path: string;
  body: unknown;
  headers: IncomingMessage['headers'];
}

describe('a session of users-permissions', () => {
  let server: TestServer;
  let calls: Call[];
  let answers: Record<string, (response: ServerResponse) => void>;
  let session: Session;

  beforeEach(async () => {
    calls = [];
    answers = {
      '/local': (response) =>
        answerJson(response, 200, { jwt: lasting(1), user: { username: 'eleni', email: 'eleni@example.com' } }),
      '/refresh': (response) => answerJson(response, 200, { jwt: lasting(2) }),
      '/logout': (response) => answerJson(response, 200, { ok: true }),
    };
    server = await startTestServer((request, response) => {
      void bodyOf(request).then((body) => {
        const path = (request.url ?? '').replace('/api/auth', '');
        calls.push({ path, body, headers: request.headers });
        answers[path]?.(response);
      });
    });
    session = createSession({ baseUrl: server.url });
  });
  afterEach(() => server.stop());

  const paths = (): string[] => calls.map(({ path }) => path);

  it('signs in, and asks for the refresh token to stay in an HttpOnly cookie', async () => {
    const user = await session.signIn('eleni@example.com', 'correct horse');
    expect(user.email).toBe('eleni@example.com');
    expect(calls[0]?.body).toEqual({ identifier: 'eleni@example.com', password: 'correct horse' });
    expect(calls[0]?.headers['x-strapi-refresh-cookie']).toBe('httpOnly');
    expect(await session.getAccessToken()).toBe(lasting(1));
    expect(paths()).toEqual(['/local']);
  });

  it('takes up an earlier session, without an Authorization header', async () => {
    expect(await session.restore()).toBe(true);
    expect(await session.getAccessToken()).toBe(lasting(2));
    expect(calls[0]?.headers.authorization).toBeUndefined();
  });

  it.each([400, 401, 403, 404])('has nothing to take up when the server answers %i', async (status) => {
    answers['/refresh'] = (response) => answerJson(response, status, { error: {} });
    expect(await session.restore()).toBe(false);
  });

  it.each([429, 500, 503])('does not sign anybody out because of a %i', async (status) => {
    answers['/refresh'] = (response) => answerJson(response, status, { error: {} });
    await expect(session.restore()).rejects.toMatchObject({ status });
    answers['/refresh'] = (response) => answerJson(response, 200, { jwt: lasting(3) });
    expect(await session.restore()).toBe(true);
  });

  it('renews a token that is about to expire, once for all who wait', async () => {
    answers['/local'] = (response) => answerJson(response, 200, { jwt: stale(1), user: {} });
    await session.signIn('eleni', 'x');
    const tokens = await Promise.all([session.getAccessToken(), session.getAccessToken(), session.getAccessToken()]);
    expect(tokens).toEqual([lasting(2), lasting(2), lasting(2)]);
    expect(paths()).toEqual(['/local', '/refresh']);
  });

  it('renews a token that was refused, but not one that was renewed meanwhile', async () => {
    await session.signIn('eleni', 'x');
    expect(await session.getAccessToken(lasting(1))).toBe(lasting(2));
    expect(await session.getAccessToken(lasting(1))).toBe(lasting(2));
    expect(paths()).toEqual(['/local', '/refresh']);
  });

  it('signs out on the server and forgets the token', async () => {
    await session.signIn('eleni', 'x');
    await session.signOut();
    expect(calls[1]).toMatchObject({ path: '/logout', headers: { authorization: `Bearer ${lasting(1)}` } });
    answers['/refresh'] = (response) => answerJson(response, 400, { error: {} });
    expect(await session.getAccessToken()).toBeNull();
  });

  it('forgets the token even when the server cannot be told', async () => {
    await session.signIn('eleni', 'x');
    answers['/logout'] = (response) => response.destroy();
    await expect(session.signOut()).rejects.toMatchObject({ name: 'NetworkError' });
    answers['/refresh'] = (response) => answerJson(response, 401, { error: {} });
    expect(await session.getAccessToken()).toBeNull();
  });

  it('throws what the server says about a wrong password', async () => {
    const error = { name: 'ValidationError', message: 'Invalid identifier or password' };
    answers['/local'] = (response) => answerJson(response, 400, { error });
    await expect(session.signIn('eleni', 'wrong')).rejects.toMatchObject({ status: 400, ...error });
  });

  it('signs in with the first password of an invitation', async () => {
    answers['/api/payments/invitations/accept'] = (response) =>
      answerJson(response, 200, { data: { jwt: lasting(5), user: { username: 'eleni', email: 'eleni@example.com' } } });
    expect((await session.acceptInvitation('from the mail', 'correct horse')).email).toBe('eleni@example.com');
    expect(calls[0]?.body).toEqual({ token: 'from the mail', password: 'correct horse' });
    expect(calls[0]?.headers['x-strapi-refresh-cookie']).toBe('httpOnly');
    expect(await session.getAccessToken()).toBe(lasting(5));
  });

  it('asks for a mail when the password is forgotten', async () => {
    answers['/api/payments/password-resets'] = (response) => answerJson(response, 200, { data: {}, meta: {} });
    await session.requestPasswordReset('eleni@example.com');
    expect(calls[0]?.body).toEqual({ email: 'eleni@example.com' });
  });

  it('carries the refresh token in the body for a site of another origin', async () => {
    let kept: string | null = null;
    const store = { read: () => kept, write: (refreshToken: string | null) => (kept = refreshToken) };
    const elsewhere = createSession({ baseUrl: server.url, store });
    answers['/local'] = (response) => answerJson(response, 200, { jwt: stale(1), refreshToken: 'first', user: {} });
    answers['/refresh'] = (response) => answerJson(response, 200, { jwt: lasting(2), refreshToken: 'second' });
    await elsewhere.signIn('eleni', 'x');
    await elsewhere.getAccessToken();
    expect(calls[1]?.body).toEqual({ refreshToken: 'first' });
    expect(calls[1]?.headers['x-strapi-refresh-cookie']).toBeUndefined();
    expect(kept).toBe('second');
    await elsewhere.signOut();
    expect(calls[2]?.body).toEqual({ refreshToken: 'second' });
    expect(kept).toBeNull();
  });
});
