import { obligationPath, routeOf } from './route';

describe('where an address leads', () => {
  it.each([
    ['/portal', '/portal/', { page: 'log' }],
    ['/portal/', '/portal/', { page: 'log' }],
    ['/portal/obligations/abc', '/portal/', { page: 'obligation', documentId: 'abc' }],
    ['/portal/obligations/abc/', '/portal/', { page: 'obligation', documentId: 'abc' }],
    ['/portal/obligations', '/portal/', { page: 'not-found' }],
    ['/portal/obligations/abc/x', '/portal/', { page: 'not-found' }],
    ['/portal/elsewhere', '/portal/', { page: 'not-found' }],
    ['/portal/settings', '/portal/', { page: 'settings' }],
    ['/portal/invitation', '/portal/', { page: 'invitation' }],
    ['/portal/link/x', '/portal/', { page: 'not-found' }],
    ['/', '/', { page: 'log' }],
    ['/obligations/abc', '/', { page: 'obligation', documentId: 'abc' }],
    ['/office/my/obligations/abc', '/office/my/', { page: 'obligation', documentId: 'abc' }],
  ])('%s below %s', (pathname, base, expected) => {
    expect(routeOf(pathname, base)).toEqual(expected);
  });

  it('finds its own addresses again', () => {
    expect(routeOf(`/portal/${obligationPath('abc')}`, '/portal/')).toEqual({ page: 'obligation', documentId: 'abc' });
  });
});
