import { config } from './index';

const validated = (changes: Readonly<Record<string, unknown>>) => () => {
  config.validator({ ...config.default, ...changes });
};

it('starts with what it starts with', () => {
  expect(validated({})).not.toThrow();
});

it.each([
  ['portalPath', false],
  ['portalPath', '/clients/portal'],
  ['delivery', 'at-least-once'],
  ['publicUrl', 'https://office.example.com/strapi'],
  ['privateFolder', '/srv/share/payments'],
  ['features', { signedLinks: false, calendarFeeds: false }],
])('takes %s: %j', (key, value) => {
  expect(validated({ [key]: value })).not.toThrow();
});

it.each([
  ['portalPath', '/portal/', 'config.portalPath must be a path such as "/portal"'],
  ['portalPath', 'portal', 'config.portalPath must be a path'],
  ['portalPath', true, 'config.portalPath must be a path'],
  ['delivery', 'exactly-once', 'config.delivery must be "at-most-once" or "at-least-once"'],
  ['tick', 'no', 'config.tick must be true or false'],
  ['testClock', 1, 'config.testClock must be true or false'],
  [
    'publicUrl',
    'office.example.com',
    'config.publicUrl must be an address such as "https://office.example.com", or null',
  ],
  ['privateFolder', '', 'config.privateFolder must be a folder'],
  ['streamsPerUser', 0, 'config.streamsPerUser must be a whole number of at least 1'],
  ['features', 'all', 'config.features must be an object'],
  ['features', { signedLinks: 'off' }, 'config.features.signedLinks must be true or false'],
  ['features', { signedLink: false }, 'config.features.signedLink is not known; known are signedLinks, calendarFeeds'],
  ['portalpath', '/portal', 'config.portalpath is not known; known are portalPath'],
])('refuses %s: %j, by its name and with what would do', (key, value, message) => {
  expect(validated({ [key]: value })).toThrow(message);
});
