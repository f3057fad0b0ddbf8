/** Lets all that waits for no clock come to its end. */
export const settled = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};
