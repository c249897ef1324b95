const plugin = '^src/plugins/payments';
const inside = (...folders) => `${plugin}/(${folders.join('|')})/`;
const server = (...folders) => `${plugin}/server/src/(${folders.join('|')})(/|\\.ts$)`;
const notTests = '\\.test\\.tsx?$';

/** A rule: what lies in `from` may not import what lies in `to`. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: notTests },
  to: { path: to },
});

/** As `forbid`, but the words of the other side may be shared: types alone call nobody. */
const forbidCalls = (name, comment, from, to) => ({
  ...forbid(name, comment, from, to),
  to: { path: to, dependencyTypesNot: ['type-only'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'domain-is-the-end',
      'The domain knows nobody.',
      inside('domain'),
      inside('contracts', 'client', 'portal', 'admin', 'server'),
    ),
    {
      name: 'domain-is-pure',
      comment: 'Plain functions over plain data: no package, nothing of Node.',
      severity: 'error',
      from: { path: inside('domain'), pathNot: notTests },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: inside('domain') },
    },
    forbid(
      'contracts-know-the-domain-alone',
      'Contracts are shared by every side.',
      inside('contracts'),
      inside('client', 'portal', 'admin', 'server'),
    ),
    forbid(
      'client-knows-contracts',
      'The client ships to other sites.',
      inside('client'),
      inside('portal', 'admin', 'server'),
    ),
    forbid('portal-uses-the-client', 'The portal is built on the client.', inside('portal'), inside('admin', 'server')),
    forbid('admin-knows-contracts', 'The admin speaks HTTP.', inside('admin'), inside('server', 'portal', 'client')),
    forbid(
      'nobody-imports-the-server',
      'The server is the root.',
      inside('domain', 'contracts', 'client', 'portal', 'admin'),
      inside('server'),
    ),
    forbid(
      'server-knows-no-front-end',
      'Nor the other way round.',
      inside('server'),
      inside('admin', 'portal', 'client'),
    ),
    forbid(
      'services-know-no-http',
      'routes → controllers → services → repositories',
      server('services', 'record', 'notices', 'lifecycles', 'cron'),
      server('controllers', 'routes'),
    ),
    forbidCalls(
      'repositories-are-the-end',
      'The only place that queries calls nobody above it.',
      server('repositories'),
      server('services', 'controllers', 'routes', 'lifecycles', 'cron', 'live', 'notices'),
    ),
    forbid('controllers-know-no-routes', 'routes → controllers', server('controllers'), server('routes')),
    forbid(
      'controllers-call-services',
      'A controller parses, calls one service, answers; it does not query.',
      server('controllers'),
      server('repositories'),
    ),
    forbid('routes-name-controllers', 'A route is data.', server('routes'), server('services', 'repositories')),
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/.cache)/' },
    includeOnly: plugin,
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
