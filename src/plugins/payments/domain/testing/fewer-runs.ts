import fc from 'fast-check';

/** For mutation testing, which runs each property some hundred times over. */
fc.configureGlobal({ numRuns: 30 });
