import fc from 'fast-check';

/**
 * For mutation testing, which runs each property some hundred times over: always the same runs, so that one mutant meets what
 * another met, and none more once one has failed.
 */
fc.configureGlobal({ numRuns: 30, seed: 20_270_131, endOnFailure: true });
