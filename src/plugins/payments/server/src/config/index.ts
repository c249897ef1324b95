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
  /** What an office may do without. Off means off for everybody at once, and what was handed out before stops working. */
  features: PaymentsFeatures;
}

export interface PaymentsFeatures {
  /** Links in mails that open one obligation without a password; off, they lead to the sign-in. */
  signedLinks: boolean;
  /** Secret addresses from which calendar programs read a contact's due dates. */
  calendarFeeds: boolean;
}

const featureNames = ['signedLinks', 'calendarFeeds'] as const satisfies readonly (keyof PaymentsFeatures)[];

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
  features: [
    (value) => typeof value === 'object' && value !== null,
    'must be an object such as { signedLinks: false }',
  ],
};

const defaults: PaymentsConfig = {
  portalPath: '/portal',
  delivery: 'at-most-once',
  testClock: false,
  tick: true,
  publicUrl: null,
  privateFolder: 'private-uploads',
  streamsPerUser: 8,
  features: { signedLinks: true, calendarFeeds: true },
};

function checkFeatures(features: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(features)) {
    const key = `payments: config.features.${name}`;
    if (!featureNames.some((known) => known === name)) {
      throw new Error(`${key} is not known; known are ${featureNames.join(', ')}`);
    }
    if (typeof value !== 'boolean') throw new Error(`${key} must be true or false`);
  }
}

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
  checkFeatures(config.features as Record<string, unknown>);
}

export const config = { default: defaults, validator };
