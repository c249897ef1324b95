import fs from 'node:fs';
import path from 'node:path';

import { root } from '../support/paths';

export type Language = 'typescript' | 'javascript';

interface Manifest {
  readonly version: string;
  readonly dependencies: Record<string, string>;
}

const read = (file: string): Manifest => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Manifest;

/** The oldest Strapi that the plugin says it works with, which is the one that is tested. */
const strapiVersion = read('package.json').dependencies['@strapi/strapi'] ?? '';

/** As Strapi's own generator writes them: the types of React come in a pair (see README, "Add it to a Strapi project you have"). */
const developmentOnly = { typescript: '^5', '@types/node': '^20', '@types/react': '^18', '@types/react-dom': '^18' };

const manifest = (language: Language): string =>
  JSON.stringify(
    {
      name: 'an-office-of-its-own',
      private: true,
      version: '1.0.0',
      scripts: { build: 'strapi build', start: 'strapi start' },
      dependencies: {
        '@strapi/strapi': strapiVersion,
        '@strapi/plugin-users-permissions': strapiVersion,
        '@strapi/provider-email-nodemailer': strapiVersion,
        'better-sqlite3': '12.8.0',
        react: '^18.0.0',
        'react-dom': '^18.0.0',
        'react-router-dom': '^6.0.0',
        'styled-components': '^6.0.0',
      },
      ...(language === 'typescript' && { devDependencies: developmentOnly }),
      engines: { node: '>=20.0.0 <=24.x.x', npm: '>=6.0.0' },
    },
    null,
    2,
  );

const typescriptProject = JSON.stringify({
  extends: '@strapi/typescript-utils/tsconfigs/server',
  compilerOptions: { outDir: 'dist', rootDir: '.' },
  include: ['./', './**/*.ts', './**/*.js', 'src/**/*.json'],
  exclude: ['node_modules/', 'build/', 'dist/', '.cache/', '.tmp/', 'src/admin/', '**/*.test.*', 'src/plugins/**'],
});

/** What an office wrote that never heard of this plugin; what the environment varies is what `-- --all` tries. */
const sources = {
  'config/server': `export default ({ env }) => ({
  host: '127.0.0.1', port: env.int('PORT'), url: env('PUBLIC_URL', ''), app: { keys: env.array('APP_KEYS') },
  logger: { updates: { enabled: false } },
});`,
  'config/admin': `export default ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET'), cookie: { path: env('ADMIN_COOKIE_PATH', '/admin') } }, apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } }, secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});`,
  'config/api': `export default ({ env }) => ({
  rest: { prefix: env('API_PREFIX', '/api'), defaultLimit: 25, maxLimit: 100, withCount: true },
});`,
  'config/middlewares': `export default ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors',
  'strapi::poweredBy', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`,
  'config/database': `export default ({ env }) => ({
  connection: { client: 'sqlite', connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true },
});`,
  'config/plugins': `const providers = (env) => ({
  nodemailer: { host: '127.0.0.1', port: env.int('SMTP_PORT'), ignoreTLS: true },
  sendmail: { devHost: '127.0.0.1', devPort: env.int('SMTP_PORT'), silent: true },
});

export default ({ env }) => ({
  email: { config: {
    provider: env('EMAIL_PROVIDER', 'nodemailer'),
    providerOptions: providers(env)[env('EMAIL_PROVIDER', 'nodemailer')],
    settings: { defaultFrom: 'office@example.com', defaultReplyTo: 'office@example.com' },
  } },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET'), jwtManagement: env('JWT_MANAGEMENT', 'legacy-support') } },
  ...(env.bool('PAYMENTS_OFF', false) && { payments: { enabled: false } }),
});`,
  'src/index': `export default {
  register() {},
  async bootstrap({ strapi }) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    const action = 'api::dossier.dossier.find';
    const query = strapi.db.query('plugin::users-permissions.permission');
    if ((await query.count({ where: { action } })) === 0) await query.create({ data: { action, role: role.id } });
    if ((await strapi.documents('api::dossier.dossier').count({})) === 0)
      await strapi.documents('api::dossier.dossier').create({ data: { title: 'Dossier of old' } });
  },
};`,
  'src/api/dossier/routes/dossier': `import { factories } from '@strapi/strapi';
export default factories.createCoreRouter('api::dossier.dossier');`,
  'src/api/dossier/controllers/dossier': `import { factories } from '@strapi/strapi';
export default factories.createCoreController('api::dossier.dossier');`,
  'src/api/dossier/services/dossier': `import { factories } from '@strapi/strapi';
export default factories.createCoreService('api::dossier.dossier');`,
};

const dossier = JSON.stringify({
  kind: 'collectionType',
  collectionName: 'dossiers',
  info: { singularName: 'dossier', pluralName: 'dossiers', displayName: 'Dossier' },
  options: { draftAndPublish: false },
  attributes: { title: { type: 'string', required: true } },
});

/** The same text for Node, which reads no types and no `export`. */
const asJavascript = (source: string): string =>
  source
    .replace(/^import \{ (\w+) \} from '([^']+)';/m, "const { $1 } = require('$2');")
    .replace(/^export default /m, 'module.exports = ');

/** The files of an office's own Strapi, by their names: one content type of its own, the same project in either language. */
export const projectFiles = (language: Language): Record<string, string> => ({
  'package.json': manifest(language),
  'favicon.ico': '',
  'public/robots.txt': '',
  'public/uploads/.gitkeep': '',
  'src/api/dossier/content-types/dossier/schema.json': dossier,
  ...(language === 'typescript' && { 'tsconfig.json': typescriptProject }),
  ...Object.fromEntries(
    Object.entries(sources).map(([name, source]) =>
      language === 'typescript' ? [`${name}.ts`, source] : [`${name}.js`, asJavascript(source)],
    ),
  ),
});
