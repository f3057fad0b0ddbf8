import { indexPlans } from '@grid-relief/backend/src/index-plans';
import { checkIndexes, connectBeside, ensureIndexes, isComplete } from '@grid-relief/backend/src/platform/database';
import { readHolder, startEngine } from '@grid-relief/backend/src/platform/database/engine';
import { places } from './places';
import { withDatabaseName } from './prepare-data';

/** The database of MONGODB_URI, else of a running `npm start`, else one started for this command. */
async function reachDatabase(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const { database } = places(process.env);
  const running = process.env.MONGODB_URI || readHolder(database)?.uri;
  if (running) return { uri: running, stop: async () => undefined };
  return startEngine({ dataFolder: database, env: process.env, report: console.log });
}

/** Creates missing indexes, or with --check only compares; exit code 1 when the plan does not hold. */
async function run(): Promise<void> {
  const database = await reachDatabase();
  try {
    const connection = await connectBeside(withDatabaseName(database.uri));
    const act = process.argv.includes('--check') ? checkIndexes : ensureIndexes;
    const found = await act(connection, indexPlans).finally(() => connection.close());
    for (const [what, names] of Object.entries(found)) for (const name of names) console.log(`${what}: ${name}`);
    if (isComplete(found)) console.log('The index plan holds.');
    else process.exitCode = 1;
  } finally {
    await database.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
