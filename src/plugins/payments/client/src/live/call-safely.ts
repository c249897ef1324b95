/** An error of the caller's handler is the caller's: it surfaces as uncaught and does not stop the stream. */
export const callSafely = (handler: () => void): void => {
  try {
    handler();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
};
