/** A boot takes seconds, more on a busy machine; waiting inside a test has its own, shorter limits. */
jest.setTimeout(120_000);
