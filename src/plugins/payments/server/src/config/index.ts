/** The host's configuration of the plugin, in `config/plugins.ts`. */
export interface PaymentsConfig {
  /** Where the portal is served, or `false` to leave it out. */
  portalPath: string | false;
  /** What happens to a mail whose delivery nobody can know of: it waits for staff, or is sent again with the same Message-ID. */
  delivery: 'at-most-once' | 'at-least-once';
  /** Lets tests move the clock; never in production. */
  testClock: boolean;
  /** Whether this process ticks: looks for what is due and sends it. */
  tick: boolean;
  /** The address of this Strapi as customers reach it, for links in mails; else `server.url`. */
  publicUrl: string | null;
  /** Folder of receipts and attachments where the Upload plugin's provider is not private; relative to the application. */
  privateFolder: string;
  /** Open event streams that one user may have: pages of the portal, on all devices together, on one replica. */
  streamsPerUser: number;
}

const checks: { readonly [Key in keyof PaymentsConfig]: readonly [(value: unknown) => boolean, string] } = {
  portalPath: [
    (value) => value === false || (typeof value === 'string' && /^(\/[\w.-]+)+$/.test(value)),
    'must be a path such as "/portal", without a slash at its end, or false',
  ],
  delivery: [
    (value) => value === 'at-most-once' || value === 'at-least-once',
    'must be "at-most-once" or "at-least-once"',
  ],
  testClock: [(value) => typeof value === 'boolean', 'must be true or false'],
  tick: [(value) => typeof value === 'boolean', 'must be true or false'],
  publicUrl: [
    (value) => value === null || (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)),
    'must be an address such as "https://office.example.com", or null',
  ],
  privateFolder: [(value) => typeof value === 'string' && value !== '', 'must be a folder such as "private-uploads"'],
  streamsPerUser: [(value) => Number.isInteger(value) && Number(value) >= 1, 'must be a whole number of at least 1'],
};

const defaults: PaymentsConfig = {
  portalPath: '/portal',
  delivery: 'at-most-once',
  testClock: false,
  tick: true,
  publicUrl: null,
  privateFolder: 'private-uploads',
  streamsPerUser: 8,
};

/** Throws an error that names the first key that is wrong. */
function validator(config: Record<string, unknown>): void {
  for (const key of Object.keys(config)) {
    if (!(key in checks)) {
      throw new Error(`payments: config.${key} is not known; known are ${Object.keys(checks).join(', ')}`);
    }
  }
  for (const [key, [holds, repair]] of Object.entries(checks)) {
    if (!holds(config[key])) throw new Error(`payments: config.${key} ${repair}`);
  }
}

export const config = { default: defaults, validator };
