export default () => ({
  payments: { config: { testClock: true } },
  // A suite signs in far more often than a person does; tests of the limit set their own.
  'users-permissions': { config: { ratelimit: { max: 10_000 } } },
});
