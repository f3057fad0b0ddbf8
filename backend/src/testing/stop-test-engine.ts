/** Jest's global tear-down: ends the engine of `start-test-engine.ts`, if the run started one. */
export default async function stopTestEngine(): Promise<void> {
  await globalThis.stopTestEngine?.();
}
