import { readConfig } from './config';

describe('what the server wrote into the page', () => {
  it.each([
    ['/api/payments', '/api/payments', '/api/auth'],
    ['/api', '/api/payments', '/api/auth'],
    ['/office/rest/payments/', '/office/rest/payments', '/office/rest/auth'],
    ['%API%', '/api/payments', '/api/auth'],
    [null, '/api/payments', '/api/auth'],
    ['https://evil.example/api', '/api/payments', '/api/auth'],
  ])('%j', (written, payments, auth) => {
    expect(readConfig(written)).toEqual({ payments, auth });
  });
});
