import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { connect, connectBeside } from '../platform/database';

/** A database of one test file, on the engine that the whole run shares. */
export interface TestDatabase {
  readonly connection: Connection;
  /** Address and name, for tests that start processes or second connections of their own. */
  readonly uri: string;
  readonly name: string;
  /** A second connection to the same database; the caller closes it. */
  openBeside(): Promise<Connection>;
  /** Drops the database and closes the connection. */
  close(): Promise<void>;
}

/**
 * Opens mongoose's default connection on a new, empty database. Call in `beforeAll`, and `close` in `afterAll`.
 * @throws when the run has no engine: jest must run through the backend project, whose global set-up starts it.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.GRID_RELIEF_TEST_URI;
  if (!server) throw new Error('GRID_RELIEF_TEST_URI is not set; run jest with the backend project.');
  const name = `test-${randomBytes(6).toString('hex')}`;
  const connection = await connect(server, { dbName: name });
  return {
    connection,
    name,
    uri: withDatabase(server, name),
    openBeside: () => connectBeside(server, { dbName: name }),
    async close() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

function withDatabase(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.toString();
}
