import { createConnection, type mongo } from 'mongoose';
import { driverRuntime } from '../../src/platform/database/driver-runtime';
import { startTestApp, type TestApp, type TestAppOptions } from '../../src/testing/test-app';
import { operand } from './payloads';

/** Where in a command a request's own structure stands; empty: every value from outside stayed a value. */
export function smuggled(command: unknown, path = '', met = new Set<unknown>()): string[] {
  // the driver's own objects in a command may lead back to themselves
  if (typeof command !== 'object' || command === null || met.has(command)) return [];
  met.add(command);
  const entries = command instanceof Map ? [...command] : Object.entries(command);
  return entries.flatMap(([key, value]): string[] =>
    // no schema lets the bare operand through as a word of its own, so it arrived inside its operator
    value === operand ? [`${path}/${key}`] : smuggled(value, `${path}/${key}`, met),
  );
}

export interface WatchedApp {
  readonly app: TestApp;
  /** How many commands were looked at. */
  seen(): number;
  close(): Promise<void>;
}

/**
 * The app on a connection of its own, of which every command is looked at on its way to the database.
 * @param look told of each, by name
 */
export async function startWatchedApp(
  options: TestAppOptions,
  look: (name: string, command: mongo.Document) => void,
): Promise<WatchedApp> {
  const base = await startTestApp({ openFeatures: async () => [] });
  const server = process.env.GRID_RELIEF_TEST_URI ?? '';
  const watched = await createConnection(server, {
    ...driverRuntime,
    dbName: base.connection.name,
    autoIndex: false,
    autoCreate: false,
    monitorCommands: true,
  }).asPromise();
  let seen = 0;
  watched.getClient().on('commandStarted', ({ commandName, command }: mongo.CommandStartedEvent) => {
    seen += 1;
    look(commandName, command);
  });
  const app = await startTestApp({ ...options, beside: { ...base, connection: watched } });
  return {
    app,
    seen: () => seen,
    async close() {
      await app.close();
      await watched.close();
      await base.close();
    },
  };
}
