import os from 'node:os';

/**
 * What the driver would otherwise load by `import('os')`. Jest's sandbox refuses that import, the driver swallows the
 * refusal and sends an empty greeting, and the server then refuses the connection.
 */
export const driverRuntime = { runtimeAdapters: { os } } as const;
