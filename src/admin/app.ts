/** Greek beside English, so that the whole admin can be read in both languages that the plugin ships. */
export default {
  config: { locales: ['el'], notifications: { releases: false }, tutorials: false },
};
