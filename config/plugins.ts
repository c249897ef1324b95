import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** nodemailer waits ten minutes by default; a notice's lease must outlive the longest of these (milliseconds). */
const smtpTimeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 30_000 };

const smtp = (env: Env) => ({
  host: env('SMTP_HOST', '127.0.0.1'),
  port: env.int('SMTP_PORT', 1025),
  secure: env.bool('SMTP_SECURE', env.int('SMTP_PORT', 1025) === 465),
  auth: env('SMTP_USERNAME') ? { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD') } : undefined,
  pool: true,
  maxConnections: env.int('SMTP_MAX_CONNECTIONS', 5),
  maxMessages: Infinity,
  ...smtpTimeouts,
});

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  email: {
    config: {
      provider: '@strapi/provider-email-nodemailer',
      providerOptions: smtp(env),
      settings: {
        defaultFrom: env('EMAIL_FROM', 'office@example.com'),
        defaultReplyTo: env('EMAIL_REPLY_TO', env('EMAIL_FROM', 'office@example.com')),
      },
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: env('JWT_SECRET'),
      // Sessions can be ended. The cookie is asked for per request, so that front ends on other sites keep working.
      jwtManagement: 'refresh',
      sessions: { httpOnly: false },
    },
  },
  payments: {
    enabled: env.bool('PAYMENTS_ENABLED', true),
    resolve: './src/plugins/payments',
  },
});
