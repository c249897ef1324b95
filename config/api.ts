export default {
  rest: {
    defaultLimit: 25,
    maxLimit: 100,
    withCount: true,
    // Unknown query and body keys are refused instead of silently dropped.
    strictParams: true,
  },
};
